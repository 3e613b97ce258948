package org.parley.exchange.tree;

import org.parley.genius.file.BadFileException;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Words for files that cannot be read, in the current language.
public final class FileFaultWording {

  private static final int LONGEST = 400;

  private FileFaultWording() {}

  /// The exception in a sentence: of a file with its place, the fault and advice; of others, their
  /// message.
  public static String sentence(Exception problem) {
    return problem instanceof BadFileException bad
        ? words(bad)
        : String.valueOf(problem.getMessage());
  }

  private static String words(BadFileException bad) {
    Complaint complaint = new Complaint(bad.why(), bad.value());
    String message = complaint.message();
    return Messages.current()
        .text(
            "file.fault",
            "named",
            !bad.file().isEmpty(),
            "file",
            bad.file(),
            "hasLine",
            bad.line() > 0,
            "line",
            Integer.toString(bad.line()),
            "hasColumn",
            bad.column() > 0,
            "column",
            Integer.toString(bad.column()),
            "placed",
            !bad.place().isEmpty(),
            "place",
            bad.place(),
            "message",
            shortened(bad.value().isEmpty() ? message : message + ": " + bad.value()),
            "advice",
            complaint.advice());
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST
        ? message
        : message.substring(0, message.offsetByCodePoints(0, LONGEST / 2)) + "...";
  }
}
