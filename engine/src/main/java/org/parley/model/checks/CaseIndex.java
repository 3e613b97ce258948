package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.Viewer;
import org.parley.model.act.Act;
import org.parley.model.checks.References.Mention;
import org.parley.model.claim.Claim;
import org.parley.model.comment.Comment;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.party.Party;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;

/// An index of the ids that records declare and mention, so that a change is checked incrementally.
/// Immutable.
///
/// Checked are the changed records, those that mention them, and those with shared mentions. The
/// answer agrees with [CaseChecks] on all records; only [CaseChecks] reports the violations.
///
/// Cost of a change: linear in the records it affects, their chains of corrections, and the few
/// changes since the index was built.
public final class CaseIndex {

  /// The changed records visited at each change; with more, the index is rebuilt.
  private static final int MOST_CHANGED = 512;

  /// The index of all records at the last build; shared by later indices.
  private record Base(
      Map<String, CaseRecord> declaring,
      Map<String, List<CaseRecord>> mentioning,
      Map<List<Object>, CaseRecord> unique) {}

  private final Base base;

  /// By id, the changed records since; empty for removed ones.
  private final Map<String, Optional<CaseRecord>> changed;

  private CaseIndex(Base base, Map<String, Optional<CaseRecord>> changed) {
    this.base = base;
    this.changed = changed;
  }

  /// Builds the index of a case. Cost: linear in the records.
  public static CaseIndex of(Collection<? extends CaseRecord> records) {
    Base base = new Base(new HashMap<>(), new HashMap<>(), new HashMap<>());
    List<? extends CaseRecord> list = List.copyOf(records);
    List<List<Mention>> mentions =
        list.parallelStream().map(each -> References.of((Record) each)).toList();
    for (int i = 0; i < list.size(); i++) {
      CaseRecord record = list.get(i);
      for (Mention mention : mentions.get(i)) {
        String id = mention.id().value();
        if (mention.declares()) {
          base.declaring.put(id, record);
        } else {
          base.mentioning.computeIfAbsent(id, _ -> new ArrayList<>(2)).add(record);
        }
      }
      List<Object> key = RecordChecks.uniqueKey(record);
      if (key != null) {
        base.unique.put(key, record);
      }
    }
    return new CaseIndex(base, Map.of());
  }

  /// The index after a valid change.
  ///
  /// @param gone the ids of removed or replaced records
  /// @param come the new records
  /// @return the index; empty if so much has changed that it should be rebuilt
  public Optional<CaseIndex> with(Collection<String> gone, Collection<? extends CaseRecord> come) {
    if (changed.size() + gone.size() + come.size() > MOST_CHANGED) {
      return Optional.empty();
    }
    return Optional.of(new CaseIndex(base, after(gone, come)));
  }

  private Map<String, Optional<CaseRecord>> after(
      Collection<String> gone, Collection<? extends CaseRecord> come) {
    Map<String, Optional<CaseRecord>> all = new LinkedHashMap<>(changed);
    gone.forEach(id -> all.put(id, Optional.empty()));
    come.forEach(each -> all.put(each.id().value(), Optional.of(each)));
    return all;
  }

  /// Whether any record declares this id.
  public boolean declares(String id) {
    return new Now(new Viewer.Mediator(), List.of(), List.of()).declaring(id) != null;
  }

  /// Whether a viewer's part of the case is still valid after a change.
  ///
  /// @param viewer the viewer of the records before and after; a mediator for all of them
  /// @param info the header after the change
  /// @param gone the ids of removed or replaced visible records
  /// @param come the new records, as the viewer sees them
  public boolean holds(
      Viewer viewer,
      CaseInfo info,
      Collection<String> gone,
      Collection<? extends CaseRecord> come) {
    Set<String> ids = new HashSet<>();
    for (CaseRecord each : come) {
      if (!ids.add(each.id().value())) {
        return false;
      }
    }
    Now before = new Now(viewer, List.of(), List.of());
    Now after = new Now(viewer, gone, come);
    for (CaseRecord each : come) {
      String id = each.id().value();
      if (!gone.contains(id) && before.record(id) != null) {
        return false;
      }
    }
    Set<CaseRecord> again = new LinkedHashSet<>(come);
    for (String id : affected(before, gone, come)) {
      again.addAll(after.mentioning(id));
    }
    return isUnique(after, come) && !hasCircle(after, come) && hasNoProblem(after, info, again);
  }

  /// The ids with a changed declaration that affects their mentions.
  private static Set<String> affected(
      Now before, Collection<String> gone, Collection<? extends CaseRecord> come) {
    Map<String, CaseRecord> now = new HashMap<>();
    come.forEach(each -> now.put(each.id().value(), each));
    Set<String> ids = new HashSet<>(now.keySet());
    ids.addAll(gone);
    Set<String> affected = new LinkedHashSet<>();
    for (String id : ids) {
      CaseRecord was = before.record(id);
      CaseRecord is = now.get(id);
      Map<String, Mention> had = was == null ? Map.of() : declarations(was);
      Map<String, Mention> has = is == null ? Map.of() : declarations(is);
      boolean isReadByOthers =
          (was == null ? isReadByOthers(is) : isReadByOthers(was))
              || isMoved(was, is)
              || isOtherKind(was, is);
      if (isReadByOthers && !Objects.equals(was, is)) {
        affected.addAll(had.keySet());
        affected.addAll(has.keySet());
        continue;
      }
      Set<String> all = new LinkedHashSet<>(had.keySet());
      all.addAll(has.keySet());
      for (String each : all) {
        if (!isSame(had.get(each), has.get(each))) {
          affected.add(each);
        }
      }
    }
    return affected;
  }

  /// Whether rules for other records read more of a record than its ids.
  private static boolean isReadByOthers(@Nullable CaseRecord record) {
    return record instanceof Claim
        || record instanceof LogEntry
        || record instanceof Act
        || record instanceof Instrument
        || record instanceof Round
        || record instanceof TabledPackage
        || record instanceof Comment;
  }

  /// Whether a point belongs to another instrument than before; the points in it must follow.
  private static boolean isMoved(@Nullable CaseRecord was, @Nullable CaseRecord is) {
    return was instanceof Point before
        && is instanceof Point after
        && !before.instrument().equals(after.instrument());
  }

  /// Whether a party is of another kind: a state has members of some kinds alone.
  private static boolean isOtherKind(@Nullable CaseRecord was, @Nullable CaseRecord is) {
    return was instanceof Party before
        && is instanceof Party after
        && before.kind() != after.kind();
  }

  private static boolean isSame(@Nullable Mention one, @Nullable Mention other) {
    return one != null
        && other != null
        && one.id().equals(other.id())
        && one.visibility().equals(other.visibility());
  }

  private static Map<String, Mention> declarations(CaseRecord record) {
    Map<String, Mention> declared = new LinkedHashMap<>();
    for (Mention each : References.of((Record) record)) {
      if (each.declares()) {
        declared.putIfAbsent(each.id().value(), each);
      }
    }
    return declared;
  }

  /// Whether unique values occur once.
  private static boolean isUnique(Now after, Collection<? extends CaseRecord> come) {
    Set<List<Object>> seen = new HashSet<>();
    for (CaseRecord each : come) {
      List<Object> key = RecordChecks.uniqueKey(each);
      if (key != null && (!seen.add(key) || !after.isFree(key, each))) {
        return false;
      }
      for (String id : declarations(each).keySet()) {
        if (after.isDeclaredBesides(id, each)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether a chain leads from one of these back to it: a new cycle contains one of them.
  private static boolean hasCircle(Now after, Collection<? extends CaseRecord> come) {
    for (ReferenceCycles.Link link : ReferenceCycles.LINKS) {
      for (CaseRecord start : come) {
        Set<String> seen = new HashSet<>();
        List<Id> next = new ArrayList<>(link.next(start));
        while (!next.isEmpty()) {
          CaseRecord at = after.declaring(next.removeLast().value());
          if (at == null || !seen.add(at.id().value())) {
            continue;
          }
          if (at.id().equals(start.id())) {
            return true;
          }
          next.addAll(link.next(at));
        }
      }
    }
    return false;
  }

  /// Whether the checks find no violation in these records.
  private static boolean hasNoProblem(Now after, CaseInfo info, Set<CaseRecord> again) {
    Map<String, CaseRecord> beside = new LinkedHashMap<>();
    again.forEach(each -> beside.put(each.id().value(), each));
    List<Mention> mentioned = new ArrayList<>(References.of(info));
    again.forEach(each -> mentioned.addAll(References.of((Record) each)));
    for (Mention each : mentioned) {
      CaseRecord declaring = after.declaring(each.id().value());
      if (declaring != null) {
        beside.putIfAbsent(declaring.id().value(), declaring);
      }
    }
    RecordsUnderCheck examined = new RecordsUnderCheck(List.copyOf(beside.values()));
    CaseChecks.header(examined, info);
    examined.add(CaseChecks.part(examined.part(), 0, again.size()));
    return examined.problems().isEmpty();
  }

  /// The records as a viewer sees them at some time.
  private final class Now {

    private final Viewer viewer;
    private final Set<String> elsewhere;
    private final Map<String, CaseRecord> declaredByChanged = new HashMap<>();
    private final Map<String, List<CaseRecord>> mentionedByChanged = new HashMap<>();
    private final Map<List<Object>, CaseRecord> uniqueInChanged = new HashMap<>();

    /// @param gone the ids of removed or replaced records
    /// @param come the new records, as the viewer sees them
    Now(Viewer viewer, Collection<String> gone, Collection<? extends CaseRecord> come) {
      this.viewer = viewer;
      this.elsewhere = new HashSet<>(gone);
      come.forEach(each -> elsewhere.add(each.id().value()));
      changed.forEach(
          (id, record) -> {
            if (elsewhere.add(id)) {
              add(seen(record.orElse(null)));
            }
          });
      come.forEach(this::add);
    }

    private void add(@Nullable CaseRecord record) {
      if (record == null) {
        return;
      }
      for (Mention mention : References.of((Record) record)) {
        String id = mention.id().value();
        if (mention.declares()) {
          declaredByChanged.putIfAbsent(id, record);
        } else {
          mentionedByChanged.computeIfAbsent(id, _ -> new ArrayList<>(2)).add(record);
        }
      }
      List<Object> key = RecordChecks.uniqueKey(record);
      if (key != null) {
        uniqueInChanged.putIfAbsent(key, record);
      }
    }

    private @Nullable CaseRecord seen(@Nullable CaseRecord record) {
      return record != null && record.visibility().visibleTo(viewer)
          ? record.visiblePartFor(viewer)
          : null;
    }

    /// A record of the base, if it is still there and visible.
    private @Nullable CaseRecord standing(@Nullable CaseRecord record) {
      return record == null || elsewhere.contains(record.id().value()) ? null : seen(record);
    }

    /// The record with an id.
    @Nullable CaseRecord record(String id) {
      CaseRecord found = declaring(id);
      return found != null && found.id().value().equals(id) ? found : null;
    }

    /// The record that declares an id; its visible part may lack the declaration.
    @Nullable CaseRecord declaring(String id) {
      CaseRecord now = declaredByChanged.get(id);
      return now != null ? now : standing(base.declaring.get(id));
    }

    List<CaseRecord> mentioning(String id) {
      List<CaseRecord> all = new ArrayList<>(mentionedByChanged.getOrDefault(id, List.of()));
      for (CaseRecord each : base.mentioning.getOrDefault(id, List.of())) {
        CaseRecord seen = standing(each);
        if (seen != null) {
          all.add(seen);
        }
      }
      return all;
    }

    /// Whether no record but `own` has a unique value.
    boolean isFree(List<Object> key, CaseRecord own) {
      CaseRecord now = uniqueInChanged.get(key);
      return (now == null || now.id().equals(own.id())) && standing(base.unique.get(key)) == null;
    }

    boolean isDeclaredBesides(String id, CaseRecord own) {
      for (CaseRecord each :
          new @Nullable CaseRecord[] {
            declaredByChanged.get(id), standing(base.declaring.get(id))
          }) {
        if (each != null && !each.id().equals(own.id()) && declarations(each).containsKey(id)) {
          return true;
        }
      }
      return false;
    }
  }
}
