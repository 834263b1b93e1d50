#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::parser(&String::from_utf8_lossy(bytes)));
