package org.parley.web.service;

/// The entry of the journal after which a case is shown. It counts hidden entries too, so only
/// mediators may see it.
///
/// @param number the number of the entry
/// @param hash its hash
public record RecordedState(long number, String hash) {}
