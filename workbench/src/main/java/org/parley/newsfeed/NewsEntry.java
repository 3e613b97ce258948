package org.parley.newsfeed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry of a feed.
///
/// @param key what tells it from the others: its id, else its link, else its title
/// @param title its headline; empty if it has none
/// @param link the page of the article
/// @param published when it was published
/// @param summary its own words, as HTML; empty if it has none
public record NewsEntry(
    String key, String title, @Nullable URI link, @Nullable Instant published, String summary) {}
