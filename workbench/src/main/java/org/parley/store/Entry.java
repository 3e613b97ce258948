package org.parley.store;

import java.time.Instant;

/// An entry of the journal.
///
/// @param number its number, from 1, without gaps
/// @param at the moment of recording, in microseconds
/// @param who the author
/// @param why the reason, in words
/// @param change the change
/// @param previous the hash of the entry before it; sixty-four zeros for the first
/// @param hash its own hash: SHA-256 over all of the above, in hexadecimal
public record Entry(
    long number, Instant at, String who, String why, Change change, String previous, String hash) {}
