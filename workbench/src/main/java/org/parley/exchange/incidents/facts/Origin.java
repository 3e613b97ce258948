package org.parley.exchange.incidents.facts;

/// The origin of a record.
///
/// @param file the file, as named by the user
/// @param line the number of its first line, from 1
public record Origin(String file, long line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
