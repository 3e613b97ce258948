package org.parley.exact;

/// What lets a finding be checked without the search that made it.
///
/// Each engine has its own certificates, plain records; `org.parley.check` verifies them.
public interface Certificate {}
