pub fn gaps(x: BitArray) { case x { <<>> -> 1 <<_, _:bits>> -> 2 } } //: missing _
pub fn shadowed(x: BitArray) { case x { <<1>> -> 1 <<_>> -> 2 <<3>> -> 2 <<1, _:bits>> -> 6 <<1:16>> -> 7 _ -> 12 } } //: Duplicate <<3>>
pub fn too_large(x: BitArray) { case x { <<300>> -> 4 <<-1>> -> 5 <<-1:signed>> -> 6 <<128:signed>> -> 7 _ -> 12 } } //: ImpossibleSegment <<300>>; ImpossibleSegment <<-1>>; ImpossibleSegment <<128:signed>>
pub fn anything(x: BitArray) { case x { <<r:bits>> -> r _ -> x } } //: Duplicate _
pub fn bytes(x: BitArray) { case x { <<r:bytes>> -> r } } //: missing _
pub fn sizes(x: BitArray) { case x { <<n, a:size(n), _:bits>> -> a <<n, 1:size(n), _:bits>> -> n _ -> 12 } } //: Duplicate <<n, 1:size(n), _:bits>>
pub fn text(x: BitArray) { case x { <<"ab", _:bits>> -> 1 <<"abc", _:bits>> -> 2 <<97, _, _:bits>> -> 3 _ -> 4 } } //: Duplicate <<"abc", _:bits>>
pub fn parts(x: BitArray) { case x { <<0:1>> -> 1 <<1:1>> -> 2 <<_:1>> -> 3 _ -> 4 } }
pub fn rests(x: BitArray) { case x { <<_, _:bytes>> -> 1 <<_, _, _:bits>> -> 2 <<_, _, _:bytes>> -> 3 _ -> 4 } } //: Duplicate <<_, _, _:bytes>>
