#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::lower(&String::from_utf8_lossy(bytes)));
