package org.parley.store.anchor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.store.Anchor;
import org.parley.store.Entry;
import org.parley.store.FieldHash;
import org.parley.store.Journal;
import org.parley.store.Verification;
import org.parley.store.people.Accounts;

/// Compares a file of anchors with a journal.
public final class AnchorCheck {

  /// More anchors than this are not read: one an hour for 20 years.
  private static final int MOST = 200_000;

  private final Journal journal;
  private final Accounts people;
  private final Map<String, AnchorKey> keys;
  private final TimeStamps stamps;
  private final @Nullable String origin;
  private final long soundEntries;
  private final long soundRows;
  private final List<Line> lines = new ArrayList<>();
  private String previous = FieldHash.START;

  /// The verdict on a line.
  public sealed interface AnchorFinding {

    /// Signed by a trusted key, and the journal still has what it had then.
    ///
    /// @param isAuditKnown false if the row of the audit was removed by the rule of retention
    record Holds(SignedAnchor anchor, boolean isAuditKnown) implements AnchorFinding {}

    /// The journal has another entry of this number, or what came before it was altered.
    record Rewritten(SignedAnchor anchor) implements AnchorFinding {}

    /// The journal ends before the entry.
    record Truncated(SignedAnchor anchor) implements AnchorFinding {}

    /// The journal is as it was, but its audit is not.
    record AuditRewritten(SignedAnchor anchor) implements AnchorFinding {}

    /// It is of a journal that begins with another entry.
    record OtherJournal(SignedAnchor anchor) implements AnchorFinding {}

    /// Its key is not among those that are trusted.
    record UnknownKey(SignedAnchor anchor) implements AnchorFinding {}

    /// Its key did not sign this.
    record Forged(SignedAnchor anchor) implements AnchorFinding {}

    /// Lines before it were removed, moved or put in.
    record OutOfOrder(SignedAnchor anchor) implements AnchorFinding {}

    /// It is no anchor.
    record Unreadable(String why) implements AnchorFinding {}
  }

  /// A line of the file.
  ///
  /// @param number from 1
  /// @param stamp what its time stamp proves
  public record Line(int number, AnchorFinding finding, TimeStamps.StampFinding stamp) {

    /// Whether nothing speaks against it.
    public boolean holds() {
      return finding instanceof AnchorFinding.Holds
          && !(stamp instanceof TimeStamps.StampFinding.Wrong);
    }
  }

  /// The verdicts on a file.
  ///
  /// @param journal the verification of the entries, without any anchor
  /// @param entries how many entries the journal has
  public record AnchorReport(Verification journal, long entries, List<Line> lines) {

    public AnchorReport {
      lines = List.copyOf(lines);
    }

    /// Whether there are anchors, and all of them hold.
    public boolean holds() {
      return journal instanceof Verification.Intact
          && !lines.isEmpty()
          && lines.stream().allMatch(Line::holds);
    }

    /// The last line that holds.
    public Optional<Line> last() {
      return lines.reversed().stream().filter(Line::holds).findFirst();
    }

    /// The last line that holds and has a time stamp that proves something.
    public Optional<Line> lastProved() {
      return lines.reversed().stream()
          .filter(Line::holds)
          .filter(each -> each.stamp() instanceof TimeStamps.StampFinding.Proved)
          .findFirst();
    }
  }

  private AnchorCheck(
      Journal journal,
      Accounts people,
      List<AnchorKey> trusted,
      TimeStamps stamps,
      Verification entries) {
    this.journal = journal;
    this.people = people;
    this.stamps = stamps;
    this.keys = new HashMap<>();
    trusted.forEach(each -> keys.put(each.fingerprint(), each));
    this.origin = journal.find(1).map(Entry::hash).orElse(null);
    this.soundEntries =
        switch (entries) {
          case Verification.Intact(long count, _) -> count;
          case Verification.Broken(long number, _) -> number - 1;
        };
    this.soundRows =
        people.verify() instanceof Verification.Broken(long number, _)
            ? number - 1
            : Long.MAX_VALUE;
  }

  /// Verifies a journal and every anchor in a file. Cost: linear in entries, rows and anchors.
  ///
  /// @param trusted the keys that may have signed
  /// @throws AnchorRefused if the file is missing or has too many lines
  public static AnchorReport of(
      Journal journal, Accounts people, Path file, List<AnchorKey> trusted, TimeStamps stamps)
      throws IOException, AnchorRefused {
    if (!Files.isRegularFile(file)) {
      throw new AnchorRefused("there is no file \"" + file + "\". Maybe check the path");
    }
    Verification entries = journal.verify(null);
    AnchorCheck check = new AnchorCheck(journal, people, trusted, stamps, entries);
    AnchorFile.read(file, check::take);
    if (check.lines.size() > MOST) {
      throw new AnchorRefused(
          "\"" + file + "\" has more than " + MOST + " lines. Maybe verify it in parts");
    }
    return new AnchorReport(entries, journal.last(), check.lines);
  }

  private void take(int number, @Nullable String text) {
    if (lines.size() <= MOST) {
      lines.add(look(number, text));
    }
  }

  private Line look(int number, @Nullable String text) {
    try {
      if (text == null) {
        throw new AnchorRefused("it is too long");
      }
      SignedAnchor anchor = SignedAnchor.of(text);
      AnchorFinding finding = look(anchor);
      previous = anchor.digestText();
      return new Line(number, finding, stamps.look(anchor));
    } catch (AnchorRefused e) {
      return new Line(
          number,
          new AnchorFinding.Unreadable(String.valueOf(e.getMessage())),
          new TimeStamps.StampFinding.None());
    }
  }

  private AnchorFinding look(SignedAnchor anchor) {
    AnchorKey key = keys.get(anchor.key());
    if (key == null) {
      return new AnchorFinding.UnknownKey(anchor);
    }
    if (!key.hasSigned(anchor)) {
      return new AnchorFinding.Forged(anchor);
    }
    if (!anchor.origin().equals(origin)) {
      return new AnchorFinding.OtherJournal(anchor);
    }
    if (!anchor.previous().equals(previous)) {
      return new AnchorFinding.OutOfOrder(anchor);
    }
    return inJournal(anchor);
  }

  private AnchorFinding inJournal(SignedAnchor anchor) {
    Anchor head = anchor.head();
    Optional<Entry> entry = journal.find(head.entries());
    if (entry.isEmpty()) {
      return new AnchorFinding.Truncated(anchor);
    }
    if (head.entries() > soundEntries || !entry.get().hash().equals(head.hash())) {
      return new AnchorFinding.Rewritten(anchor);
    }
    boolean isRowThere = head.rows() == 0 || people.has(head.auditHash());
    if (head.rows() > soundRows || !(isRowThere || people.hasRemoved(head.rows()))) {
      return new AnchorFinding.AuditRewritten(anchor);
    }
    return new AnchorFinding.Holds(anchor, isRowThere);
  }
}
