package org.parley.exchange.tree;

import org.parley.genius.file.BadFileException;
import org.parley.model.Refusal;

/// A fault that a reader words itself.
///
/// @param what the fault, with the name and the value
/// @param advice the advice, without the leading "Maybe"
public record SaidFault(String what, String advice) implements Refusal {

  /// A fault of a file, at a line.
  public static BadFileException at(String file, int line, String what, String advice) {
    return new BadFileException(file, line, new SaidFault(what, advice));
  }
}
