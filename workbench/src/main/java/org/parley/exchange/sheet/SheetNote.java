package org.parley.exchange.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.wording.Messages;

/// Something of a file that is not read as rows of its table, or only perhaps is part of it.
///
/// @param about the kind of thing
/// @param first its first line, from 1; 0 for none
/// @param last its last line
/// @param words its first words, or names of sheets; may be empty
public record SheetNote(NoteSubject about, int first, int last, String words) {

  private static final Pattern CODE = Pattern.compile("([A-Z_]+) (\\d{1,9}) (\\d{1,9}) (.*)");
  private static final int LONGEST = 200;

  /// The kinds of notes.
  public enum NoteSubject {
    /// The heading again, as on each page of a print.
    REPEATED_HEADING,
    /// Numbers or units of columns, right below the heading.
    COLUMN_LEGEND,
    /// Lines of several cells above the heading.
    ABOVE,
    /// Another table below, which is left out.
    OTHER_TABLE,
    /// Another table beside it, which is left out.
    BESIDE,
    /// Rows below an empty line that are read as rows of the table.
    ROWS_APART,
    /// Rows that add up others.
    TOTALS,
    /// Remarks below the table.
    REMARKS,
    /// Characters that no text may have, in place of which blanks are read.
    CHARACTERS,
    /// Sheets of the workbook that are not read.
    OTHER_SHEETS,
    /// Hidden sheets of the workbook that are not read.
    HIDDEN_SHEETS
  }

  public SheetNote {
    String line = words.replaceAll("\\s+", " ").strip();
    words = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /// The note of a [#code].
  public static Optional<SheetNote> of(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    for (NoteSubject each : NoteSubject.values()) {
      if (each.name().equals(parts.group(1))) {
        return Optional.of(
            new SheetNote(
                each,
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4)));
      }
    }
    return Optional.empty();
  }

  /// The note of a repeated heading with the line below it, if that is this one.
  SheetNote upTo(int line) {
    return about == NoteSubject.REPEATED_HEADING && last == line - 1
        ? new SheetNote(about, first, line, words)
        : this;
  }

  /// The note as one line of text, for a field of a form.
  public String code() {
    return about + " " + first + " " + last + " " + words;
  }

  /// The note in the current language.
  ///
  /// @param sheet the name of the sheet; empty for none
  public String sentence(String sheet) {
    String key = about.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Messages.current()
        .text(
            "table.note." + key,
            "first",
            first,
            "lines",
            last - first + 1,
            "last",
            last,
            "words",
            words,
            "sheet",
            sheet);
  }
}
