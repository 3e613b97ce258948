package org.parley.cli.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.store.Verification;
import org.parley.store.anchor.AnchorCheck;
import org.parley.store.anchor.AnchorCheck.AnchorFinding;
import org.parley.store.anchor.AnchorMaker;
import org.parley.store.anchor.SignedAnchor;
import org.parley.store.anchor.TimeStamps;

/// The words of anchors at a terminal.
final class AnchorWords {

  private static final int MOST_SHOWN = 10;

  private AnchorWords() {}

  /// Of an anchor that was made.
  static String made(AnchorMaker.MadeAnchor made, Path file) {
    SignedAnchor anchor = made.anchor();
    String what = "Anchored entry " + anchor.head().entries() + " in " + file + ", with the hash\n";
    String trouble = made.trouble();
    return what
        + anchor.head().hash()
        + (trouble == null ? "" : "\nWithout a time stamp: " + trouble + ".");
  }

  /// Of a journal and its anchors.
  static String of(AnchorCheck.AnchorReport found) {
    if (found.lines().isEmpty()) {
      return "The file has no anchors, so nothing was verified. Maybe check the path.";
    }
    List<AnchorCheck.Line> bad = found.lines().stream().filter(each -> !each.holds()).toList();
    StringBuilder words = new StringBuilder();
    if (found.journal() instanceof Verification.Broken(long number, String what)) {
      words
          .append("Entry ")
          .append(number)
          .append(" is not as it was recorded: ")
          .append(what)
          .append(".\n");
    }
    words.append(counted(found.lines().size(), bad.size()));
    bad.stream()
        .limit(MOST_SHOWN)
        .forEach(
            each -> words.append("\n  line ").append(each.number()).append(": ").append(of(each)));
    if (bad.size() > MOST_SHOWN) {
      words.append("\n  and ").append(bad.size() - MOST_SHOWN).append(" more");
    }
    found.last().ifPresent(each -> words.append("\n").append(proved(each, found.entries())));
    found
        .lastProved()
        .filter(each -> !each.equals(found.last().orElse(null)))
        .ifPresent(
            each ->
                words
                    .append("\nLine ")
                    .append(each.number())
                    .append(" has one: ")
                    .append(stamp(each.stamp())));
    return words.toString();
  }

  private static String counted(int all, int bad) {
    if (bad == 0) {
      return all == 1 ? "The anchor holds." : "All " + all + " anchors hold.";
    }
    return "Of "
        + all
        + (all == 1 ? " anchor" : " anchors")
        + ", "
        + bad
        + (bad == 1 ? " does" : " do")
        + " not hold:";
  }

  private static String of(AnchorCheck.Line line) {
    String said =
        switch (line.finding()) {
          case AnchorFinding.Holds _ -> "";
          case AnchorFinding.Rewritten(SignedAnchor anchor) ->
              "the journal was rewritten since "
                  + anchor.made()
                  + ": entry "
                  + anchor.head().entries()
                  + ", or one before it, is not the one that was anchored";
          case AnchorFinding.Truncated(SignedAnchor anchor) ->
              "the journal was cut since "
                  + anchor.made()
                  + ": entry "
                  + anchor.head().entries()
                  + " is missing";
          case AnchorFinding.AuditRewritten(SignedAnchor anchor) ->
              "the audit was rewritten or cut since "
                  + anchor.made()
                  + ", at or before row "
                  + anchor.head().rows();
          case AnchorFinding.OtherJournal _ -> "it is of a journal that begins with another entry";
          case AnchorFinding.UnknownKey(SignedAnchor anchor) ->
              "it names a key that is not trusted here, with the fingerprint " + anchor.key();
          case AnchorFinding.Forged _ -> "its key did not sign it";
          case AnchorFinding.OutOfOrder _ ->
              "it does not follow the line before: lines were removed, moved or put in";
          case AnchorFinding.Unreadable(String why) -> "it is no anchor: " + why;
        };
    String stamp =
        line.stamp() instanceof TimeStamps.StampFinding.Wrong
            ? "its time stamp is of something else, or was altered"
            : "";
    return said + (said.isEmpty() || stamp.isEmpty() ? "" : "; ") + stamp;
  }

  private static String proved(AnchorCheck.Line line, long entries) {
    if (!(line.finding()
        instanceof AnchorFinding.Holds(SignedAnchor anchor, boolean isAuditKnown))) {
      return "";
    }
    long covered = anchor.head().entries();
    String what =
        (covered == 1 ? "Entry 1 is" : "Entries 1 to " + covered + " are")
            + " as when line "
            + line.number()
            + " was signed, on "
            + anchor.made()
            + " by the clock of its signer.";
    String audit =
        isAuditKnown
            ? ""
            : "\nIts row of the audit was removed since, as old views are; the audit itself holds.";
    String later =
        entries > covered ? "\nNo anchor that holds covers the entries after " + covered + "." : "";
    return what + audit + later + "\n" + stamp(line.stamp());
  }

  private static String stamp(TimeStamps.StampFinding found) {
    return switch (found) {
      case TimeStamps.StampFinding.None _ ->
          "It has no time stamp, so who holds the key could have signed it later.";
      case TimeStamps.StampFinding.Proved(var at, String authority) ->
          "Its time stamp proves that it was there on " + at + ", by " + authority + ".";
      case TimeStamps.StampFinding.Untrusted(var at, String authority) ->
          "Its time stamp names "
              + at
              + ", by "
              + authority
              + ", whom no certificate vouches for. Maybe add --trust-time-stamps.";
      case TimeStamps.StampFinding.Wrong _ -> "Its time stamp proves nothing.";
    };
  }

  /// A reason as a sentence.
  static String sentence(@Nullable String reason) {
    String words = String.valueOf(reason);
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1)
        + (words.endsWith(".") ? "" : ".");
  }
}
