package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.act.Act;
import org.parley.model.checks.References.Declaration;
import org.parley.model.claim.Claim;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.position.Position;
import org.parley.model.round.TabledPackage;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;

/// Finds cycles of references: members, relays, parts and corrections.
final class ReferenceCycles {

  private final RecordsUnderCheck records;

  private ReferenceCycles(RecordsUnderCheck records) {
    this.records = records;
  }

  static void check(RecordsUnderCheck records) {
    new ReferenceCycles(records).circles();
  }

  private void circles() {
    LINKS.forEach(this::circle);
  }

  /// The references from a record to others of its kind.
  record Link(String key, Next of) {
    Collection<? extends Id> next(CaseRecord record) {
      return of.of(record);
    }
  }

  /// The references that must not form a cycle.
  static final List<Link> LINKS =
      List.of(
          new Link("members", r -> r instanceof Party p ? p.members() : List.of()),
          new Link(
              "memberships",
              r ->
                  r instanceof Party p
                      ? p.memberships().stream()
                          .map(Membership::party)
                          .filter(Objects::nonNull)
                          .toList()
                      : List.of()),
          new Link(
              "relays",
              r -> r instanceof Source s && s.relays() != null ? List.of(s.relays()) : List.of()),
          new Link(
              "partOf",
              r ->
                  r instanceof Instrument i && i.partOf() != null
                      ? List.of(i.partOf())
                      : List.of()),
          new Link(
              "partOf",
              r -> r instanceof Point p && p.partOf() != null ? List.of(p.partOf()) : List.of()),
          new Link("supersedes", r -> r instanceof Claim c ? c.corrects() : List.of()),
          new Link("supersedes", r -> r instanceof Act a ? a.supersedes() : List.of()),
          new Link("supersedes", r -> r instanceof Position p ? p.supersedes() : List.of()),
          new Link("supersedes", r -> r instanceof Demand d ? d.supersedes() : List.of()),
          new Link(
              "amends",
              r ->
                  r instanceof TabledPackage p && p.amends() != null
                      ? List.of(p.amends())
                      : List.of()));

  interface Next {
    Collection<? extends Id> of(CaseRecord record);
  }

  private enum Mark {
    OPEN,
    DONE
  }

  /// Reports each cycle once, at the record that closes it. Depth first with an explicit stack:
  /// chains may be long.
  private void circle(Link link) {
    @Nullable Mark[] marks = new Mark[records.records().size()];
    for (int start = 0; start < marks.length; start++) {
      if (link.next(records.records().get(start)).isEmpty()) {
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
        for (Id id : link.next(records.records().get(at))) {
          Declaration where = records.declared().get(id.value());
          if (where == null || marks[where.record()] == Mark.DONE) {
            continue;
          }
          int to = where.record();
          if (marks[to] == Mark.OPEN) {
            records.report(at, List.of(link.key), Rule.Plain.CIRCLE, id);
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
