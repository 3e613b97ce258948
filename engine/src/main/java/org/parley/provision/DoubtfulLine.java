package org.parley.provision;

/// A doubt and the line it is about, from 1.
public record DoubtfulLine(int line, TextDoubt doubt) {}
