package org.parley.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.parley.model.CaseInfo;
import org.parley.store.people.AccessRecord;
import org.parley.wording.Messages;

/// Who saw and changed what, the latest first.
///
/// @param info the case
/// @param seen what was looked at and done
public record AuditPage(CaseInfo info, List<AccessRecord> seen) {

  /// Requests of one visitor for one address that followed each other.
  ///
  /// @param latest the latest of them
  /// @param times how many they are
  public record Line(AccessRecord latest, int times) {}

  public Frame frame() {
    return Frame.of(Say.text("audit.title"), info, "audit");
  }

  /// The lines: what was asked for again and again is told once; that a window listened for news is
  /// not told at all.
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (AccessRecord each : seen) {
      if (each.address().equals(Address.EVENTS.path())) {
        continue;
      }
      Line last = lines.isEmpty() ? null : lines.getLast();
      if (last != null && isSame(last.latest, each)) {
        lines.set(lines.size() - 1, new Line(last.latest, last.times + each.times()));
      } else {
        lines.add(new Line(each, each.times()));
      }
    }
    return lines;
  }

  private static boolean isSame(AccessRecord one, AccessRecord other) {
    return one.who().equals(other.who())
        && one.method().equals(other.method())
        && Objects.equals(one.address(), other.address())
        && one.status() == other.status();
  }

  /// The kind of access, in a word.
  public static String verb(AccessRecord seen) {
    String verb =
        seen.isOfAddress()
            ? seen.status() < 400
                ? seen.method().equals("GET") ? "saw" : "sent"
                : seen.status() == 404 ? "asked" : "refused"
            : seen.method().toLowerCase(Locale.ROOT);
    return Say.text("audit.verb", "verb", new Messages.Select(verb));
  }
}
