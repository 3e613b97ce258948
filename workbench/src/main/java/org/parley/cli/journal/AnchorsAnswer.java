package org.parley.cli.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.store.Anchor;
import org.parley.store.Verification;
import org.parley.store.anchor.AnchorCheck;
import org.parley.store.anchor.AnchorCheck.AnchorFinding;
import org.parley.store.anchor.SignedAnchor;
import org.parley.store.anchor.TimeStamps;

/// The anchors of a journal, for programs.
///
/// @param holds whether there are anchors, and all of them hold
/// @param entries how many entries the journal has
/// @param broken the first entry that is not as it was recorded; absent where none is
record AnchorsAnswer(
    boolean holds, long entries, @Nullable Long broken, List<AnchorVerdict> anchors) {

  /// An anchor.
  ///
  /// @param verdict `holds`, `rewritten`, `truncated`, `audit-rewritten`, `other-journal`,
  ///   `unknown-key`, `forged`, `out-of-order` or `unreadable`
  /// @param stamp `none`, `proved`, `untrusted` or `wrong`
  /// @param stamped the moment of the time stamp
  record AnchorVerdict(
      int line,
      String verdict,
      @Nullable Long entry,
      @Nullable String hash,
      @Nullable String made,
      @Nullable String key,
      String stamp,
      @Nullable String stamped,
      @Nullable String authority) {}

  static AnchorsAnswer of(AnchorCheck.AnchorReport found) {
    return new AnchorsAnswer(
        found.holds(),
        found.entries(),
        found.journal() instanceof Verification.Broken(long number, _) ? number : null,
        found.lines().stream().map(AnchorsAnswer::of).toList());
  }

  private static AnchorVerdict of(AnchorCheck.Line line) {
    SignedAnchor anchor = anchor(line.finding());
    Anchor head = anchor == null ? null : anchor.head();
    String at =
        switch (line.stamp()) {
          case TimeStamps.StampFinding.None _, TimeStamps.StampFinding.Wrong _ -> null;
          case TimeStamps.StampFinding.Proved(var moment, _) -> moment.toString();
          case TimeStamps.StampFinding.Untrusted(var moment, _) -> moment.toString();
        };
    String authority =
        switch (line.stamp()) {
          case TimeStamps.StampFinding.None _, TimeStamps.StampFinding.Wrong _ -> null;
          case TimeStamps.StampFinding.Proved(_, String name) -> name;
          case TimeStamps.StampFinding.Untrusted(_, String name) -> name;
        };
    return new AnchorVerdict(
        line.number(),
        verdict(line.finding()),
        head == null ? null : head.entries(),
        head == null ? null : head.hash(),
        anchor == null ? null : anchor.made().toString(),
        anchor == null ? null : anchor.key(),
        stamp(line.stamp()),
        at,
        authority);
  }

  private static @Nullable SignedAnchor anchor(AnchorFinding finding) {
    return switch (finding) {
      case AnchorFinding.Holds(SignedAnchor anchor, _) -> anchor;
      case AnchorFinding.Rewritten(SignedAnchor anchor) -> anchor;
      case AnchorFinding.Truncated(SignedAnchor anchor) -> anchor;
      case AnchorFinding.AuditRewritten(SignedAnchor anchor) -> anchor;
      case AnchorFinding.OtherJournal(SignedAnchor anchor) -> anchor;
      case AnchorFinding.UnknownKey(SignedAnchor anchor) -> anchor;
      case AnchorFinding.Forged(SignedAnchor anchor) -> anchor;
      case AnchorFinding.OutOfOrder(SignedAnchor anchor) -> anchor;
      case AnchorFinding.Unreadable _ -> null;
    };
  }

  private static String verdict(AnchorFinding finding) {
    return switch (finding) {
      case AnchorFinding.Holds _ -> "holds";
      case AnchorFinding.Rewritten _ -> "rewritten";
      case AnchorFinding.Truncated _ -> "truncated";
      case AnchorFinding.AuditRewritten _ -> "audit-rewritten";
      case AnchorFinding.OtherJournal _ -> "other-journal";
      case AnchorFinding.UnknownKey _ -> "unknown-key";
      case AnchorFinding.Forged _ -> "forged";
      case AnchorFinding.OutOfOrder _ -> "out-of-order";
      case AnchorFinding.Unreadable _ -> "unreadable";
    };
  }

  private static String stamp(TimeStamps.StampFinding finding) {
    return switch (finding) {
      case TimeStamps.StampFinding.None _ -> "none";
      case TimeStamps.StampFinding.Proved _ -> "proved";
      case TimeStamps.StampFinding.Untrusted _ -> "untrusted";
      case TimeStamps.StampFinding.Wrong _ -> "wrong";
    };
  }
}
