package org.parley.exchange.bargaining;

import java.util.List;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.ProfileNote;
import org.parley.wording.Messages;

/// Words for what a file says and what is not read as it is written, in the current language.
public final class NoteWording {

  private NoteWording() {}

  /// The notes on a problem, each without a full stop.
  public static List<String> sentences(ImportedProblem imported) {
    return imported.notes().stream().map(NoteWording::sentence).toList();
  }

  private static String sentence(ProfileNote note) {
    Messages messages = Messages.current();
    String words =
        switch (note) {
          case ProfileNote.ValueTwice(_, String issue, String value) ->
              messages.text("packages.file.value-twice", "issue", issue, "value", value);
          case ProfileNote.EvaluationTwice(_, String issue, String value) ->
              messages.text("packages.file.evaluation-twice", "issue", issue, "value", value);
          case ProfileNote.NoEvaluation(_, String issue, String value) ->
              messages.text("packages.file.no-evaluation", "issue", issue, "value", value);
          case ProfileNote.MarkedUncertain _ -> messages.text("packages.file.uncertain");
          case ProfileNote.NotDiscounted(_, String factor) ->
              messages.text("packages.file.not-discounted", "factor", factor);
          case ProfileNote.UnreadConstraint(_, int line, String type) ->
              messages.text(
                  "packages.file.constraint", "line", Integer.toString(line), "type", type);
          case ProfileNote.CutOffAtOne _ -> messages.text("packages.file.cut-off");
        };
    return messages.text("packages.file.note", "file", note.file(), "note", words);
  }
}
