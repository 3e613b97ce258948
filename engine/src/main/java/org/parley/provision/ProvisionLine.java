package org.parley.provision;

import java.util.List;
import org.parley.provision.NumberReader.Numbered;

/// One line of the text.
///
/// @param goesOn whether the next line with words begins in the middle of a sentence
/// @param continues whether the line above was broken off
/// @param isApart whether nothing stands right above, or each line is a paragraph
/// @param begins whether it begins a paragraph
/// @param indent the spaces before it
/// @param below the numbers that the next line with words may open with
record ProvisionLine(
    String words,
    int at,
    boolean goesOn,
    boolean continues,
    boolean isApart,
    boolean begins,
    int indent,
    List<Numbered> below) {

  /// The same after the bracket that stands before the number of its provision.
  ProvisionLine bracketed() {
    return new ProvisionLine("[" + words, at, goesOn, continues, isApart, begins, indent, below);
  }
}
