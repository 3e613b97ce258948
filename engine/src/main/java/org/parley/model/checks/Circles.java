package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Source;
import org.parley.model.party.Party;
import org.parley.model.text.Instrument;

/// Chains that lead back to themselves: members, relays, parts and corrections.
final class Circles {

  private final Examined records;

  private Circles(Examined records) {
    this.records = records;
  }

  static void check(Examined records) {
    new Circles(records).circles();
  }

  private void circles() {
    Map<String, Integer> indexOf = new HashMap<>();
    records.declared().forEach((id, where) -> indexOf.put(id, where.record()));
    circle(indexOf, "members", r -> r instanceof Party p ? p.members() : List.of());
    circle(
        indexOf,
        "relays",
        r -> r instanceof Source s && s.relays() != null ? List.of(s.relays()) : List.of());
    circle(
        indexOf,
        "partOf",
        r -> r instanceof Instrument i && i.partOf() != null ? List.of(i.partOf()) : List.of());
    circle(indexOf, "supersedes", r -> r instanceof Claim c ? c.corrects() : List.of());
  }

  private interface Next {
    Collection<? extends Id> of(CaseRecord record);
  }

  private enum Mark {
    OPEN,
    DONE
  }

  /// Reports each circle once, at the record that closes it. Depth first with a stack of its own:
  /// chains may be long.
  private void circle(Map<String, Integer> indexOf, String key, Next next) {
    @Nullable Mark[] marks = new Mark[records.records().size()];
    for (int start = 0; start < marks.length; start++) {
      if (next.of(records.records().get(start)).isEmpty()) {
        continue;
      }
      List<Integer> stack = new ArrayList<>(List.of(start));
      while (!stack.isEmpty()) {
        int at = stack.getLast();
        if (marks[at] == Mark.DONE) {
          stack.removeLast();
          continue;
        }
        marks[at] = Mark.OPEN;
        int depth = stack.size();
        for (Id id : next.of(records.records().get(at))) {
          Integer to = indexOf.get(id.value());
          if (to == null || marks[to] == Mark.DONE) {
            continue;
          }
          if (marks[to] == Mark.OPEN) {
            records.report(
                at,
                List.of(key),
                "a circle: it leads back to itself",
                id,
                "Maybe remove one of its links");
          } else {
            stack.add(to);
          }
        }
        if (stack.size() == depth) {
          marks[at] = Mark.DONE;
          stack.removeLast();
        }
      }
    }
  }
}
