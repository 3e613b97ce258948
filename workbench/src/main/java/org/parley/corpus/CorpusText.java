package org.parley.corpus;

import org.jspecify.annotations.Nullable;

/// A text of an agreement that a user has.
///
/// @param id the first sixteen hexadecimal digits of the SHA-256 of its file
/// @param name the name of the file as it was added
/// @param title its title; the name if the file has none
/// @param agreement its number in PA-X, if the name of the file tells it
/// @param passages how many passages it has
public record CorpusText(
    String id, String name, String title, @Nullable Integer agreement, int passages) {}
