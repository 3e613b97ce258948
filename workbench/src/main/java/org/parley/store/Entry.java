package org.parley.store;

import java.time.Instant;

/// A line of the journal.
///
/// @param number its place, from 1, without gaps
/// @param at when it was recorded, in microseconds
/// @param who who recorded it
/// @param why for what reason, in words
/// @param change what changed
/// @param previous the hash of the entry before it; sixty-four zeros for the first
/// @param hash its own hash: SHA-256 over all of the above, in hexadecimal
public record Entry(
    long number, Instant at, String who, String why, Change change, String previous, String hash) {}
