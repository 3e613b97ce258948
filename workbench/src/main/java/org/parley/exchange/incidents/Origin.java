package org.parley.exchange.incidents;

/// Where a record stands.
///
/// @param file the file, as it was named
/// @param line the number of its first line, from 1
public record Origin(String file, long line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
