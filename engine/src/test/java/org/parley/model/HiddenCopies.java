package org.parley.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.party.Party;
import org.parley.model.position.Linkage;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.text.Point;

/// Secrets about what is seen: copies of records of every kind under every visibility.
///
/// A copy refers to what its original refers to, and to something where its original refers to
/// nothing, so hidden records refer to visible ones in every way the model has; some refer to
/// earlier copies instead. Hidden claims and log entries also correct, retract and contradict their
/// originals, those of one party included.
///
/// What a party wrote has ids that begin with `own-`, the id of the party and `-`: the copies for
/// that party alone, and some that others see. Hidden records refer to all of its sources and
/// claims.
final class HiddenCopies {

  /// Each kind under each visibility, with a chance of one in three.
  static final int SOME = 3;

  /// Each kind under each visibility.
  static final int ALL = 1;

  private static final List<String> PARTIES = List.of("P0", "P1");

  /// Of what parties write, some kinds.
  private static final List<Class<?>> BY_PARTIES =
      List.of(Source.class, Claim.class, Meeting.class, Linkage.class, Demand.class);

  private static final List<String> WAYS = List.of("supersedes", "retracts", "contradicts");

  private static final int DRAWS = 4;

  /// The marks of the copies. The party that reads with `P0` is another than `P1`, if all
  /// delegations may know of one.
  private static List<Visibility> marks(List<CaseRecord> records) {
    PartyId third =
        records.stream()
            .filter(each -> each.visibility().covers(new Visibility.Delegations()))
            .filter(each -> each instanceof Party && !PARTIES.contains(each.id().value()))
            .map(each -> ((Party) each).id())
            .findFirst()
            .orElse(new PartyId("P1"));
    return List.of(
        new Visibility.Delegations(),
        new Visibility.Party(new PartyId("P0")),
        new Visibility.Party(new PartyId("P1")),
        new Visibility.Parties(List.of(new PartyId("P0"), third)),
        new Visibility.Mediator());
  }

  /// References that are free only together with others.
  private static final Set<String> CONDITIONAL =
      Set.of(
          "always",
          "between",
          "contradicts",
          "corrects",
          "members",
          "relays",
          "retracts",
          "supersedes",
          "vetoes");

  private final CaseInfo info;
  private final Random random;
  private final List<CaseRecord> pool;
  private final int originals;
  private int made;

  /// The copies as they are without references to other copies, by id.
  private final Map<Id, CaseRecord> plain = new HashMap<>();

  private HiddenCopies(CaseInfo info, List<CaseRecord> records, Random random) {
    this.info = info;
    this.random = random;
    this.pool = new ArrayList<>(records);
    this.originals = records.size();
  }

  /// Copies of some of `records` that together with them make a case.
  ///
  /// @param oneIn [#SOME] or [#ALL]
  static List<CaseRecord> of(CaseInfo info, List<CaseRecord> records, Random random, int oneIn) {
    HiddenCopies copies = new HiddenCopies(info, records, random);
    if (oneIn == ALL) {
      copies.written();
    }
    for (Visibility mark : marks(records)) {
      Map<String, String> instead = new HashMap<>();
      for (Class<?> kind : CaseRecord.class.getPermittedSubclasses()) {
        if (random.nextInt(oneIn) == 0) {
          copies.copyOne(kind, mark, instead);
        }
        if (oneIn == ALL && mark instanceof Visibility.Mediator) {
          copies.copyForms(kind, mark);
        }
      }
      if (random.nextInt(oneIn) == 0) {
        copies.corrections(mark);
      }
    }
    return copies.sound();
  }

  /// Copies that a party wrote for others to see.
  private void written() {
    for (Visibility mark : List.of(new Visibility.Public(), new Visibility.Delegations())) {
      for (String party : PARTIES) {
        for (Class<?> kind : BY_PARTIES) {
          List<CaseRecord> from = originals(kind, mark);
          pool.add(copy(from.get(random.nextInt(from.size())), mark, start(party)));
        }
      }
    }
  }

  private static String start(String party) {
    return "own-" + party + "-";
  }

  /// Copies a record of a kind, one that says much.
  ///
  /// @param instead the ids of earlier copies that some references are moved to, by those of their
  ///   originals
  private void copyOne(Class<?> kind, Visibility mark, Map<String, String> instead) {
    List<CaseRecord> from = originals(kind, mark);
    if (from.isEmpty()) {
      return;
    }
    CaseRecord original =
        random
            .ints(DRAWS, 0, from.size())
            .mapToObj(from::get)
            .max(Comparator.comparingInt(each -> References.of((Record) each).size()))
            .orElseThrow();
    CaseRecord copy = copy(original, mark);
    plain.put(copy.id(), copy);
    pool.add(
        random.nextBoolean() ? moved(copy, instead) : (CaseRecord) filled((Record) copy, mark));
    instead.put(original.id().value(), copy.id().value());
  }

  /// Copies records until each form of a sealed type is copied: every fact of a log entry, every
  /// trigger and way to determine of a guarantee.
  private void copyForms(Class<?> kind, Visibility mark) {
    Set<String> copied = new HashSet<>();
    for (CaseRecord original : originals(kind, mark)) {
      if (copied.addAll(forms((Record) original))) {
        CaseRecord copy = copy(original, mark);
        plain.put(copy.id(), copy);
        pool.add((CaseRecord) filled((Record) copy, mark));
      }
    }
  }

  private List<CaseRecord> originals(Class<?> kind, Visibility mark) {
    return pool.stream()
        .filter(each -> kind.isInstance(each) && each.visibility().covers(mark))
        .map(each -> plain.getOrDefault(each.id(), each))
        .toList();
  }

  /// The forms of sealed types in a record, each with the place where it stands.
  private static Set<String> forms(Record record) {
    Set<String> forms = new HashSet<>(Set.of(record.getClass().getName()));
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = Rewrite.get(record, component.getName());
      for (Object each : value instanceof Collection<?> all ? all : Arrays.asList(value)) {
        if (each instanceof Record part && !(each instanceof Id)) {
          forms.add(component.getName() + " " + part.getClass().getName());
          forms.addAll(forms(part));
        }
      }
    }
    return forms;
  }

  /// A copy with ids of its own, for other eyes.
  private CaseRecord copy(CaseRecord original, Visibility mark) {
    return copy(
        original,
        mark,
        // ids that begin as those of a party are not for parties
        mark instanceof Visibility.Party(PartyId party) && !(original instanceof Party)
            ? start(party.value())
            : "hid-");
  }

  private CaseRecord copy(CaseRecord original, Visibility mark, String start) {
    String id = start + ++made;
    Map<String, String> own = new HashMap<>();
    Secrets.idsDeclaredIn(original).forEach(each -> own.put(each, "part-" + ++made));
    own.put(original.id().value(), id);
    CaseRecord renamed = Rewrite.ids(original, each -> own.getOrDefault(each, each));
    return switch ((CaseRecord) Rewrite.with((Record) renamed, "visibility", mark)) {
      case Point point -> Rewrite.with(point, "number", point.number() + " (" + id + ")");
      case Source source -> Rewrite.with(source, "relays", original.id());
      case LogEntry entry -> Rewrite.with(entry, "corrects", original.id());
      case CaseRecord other -> other;
    };
  }

  /// A copy that refers to earlier copies.
  private static CaseRecord moved(CaseRecord copy, Map<String, String> instead) {
    Set<String> own = Secrets.idsDeclaredIn(copy);
    // the party in the mark of a part of a point stays
    return Rewrite.ids(
        copy,
        each ->
            own.contains(each) || (copy instanceof Point && each.startsWith("P"))
                ? each
                : instead.getOrDefault(each, each));
  }

  /// A copy that refers to something wherever it may, as far as that is free of other conditions.
  private Record filled(Record copy, Visibility mark) {
    Record result = copy;
    for (RecordComponent component : copy.getClass().getRecordComponents()) {
      String name = component.getName();
      Object value = Rewrite.get(copy, name);
      Object filled =
          CONDITIONAL.contains(name) ? value : filled(value, component.getGenericType(), mark);
      if (filled != null && !filled.equals(value)) {
        result = Rewrite.with(result, name, filled);
      }
    }
    return result;
  }

  private @Nullable Object filled(@Nullable Object value, Type type, Visibility mark) {
    if (value == null) {
      return type instanceof Class<?> plainType ? any(plainType, mark) : null;
    }
    if (value instanceof List<?> list && type instanceof ParameterizedType generic) {
      Object any =
          list.isEmpty() && generic.getActualTypeArguments()[0] instanceof Class<?> element
              ? any(element, mark)
              : null;
      return any != null
          ? List.of(any)
          : list.stream()
              .map(
                  each ->
                      each instanceof Record part && !(part instanceof Id)
                          ? filled(part, mark)
                          : each)
              .toList();
    }
    return value instanceof Record part && !(part instanceof Id) ? filled(part, mark) : value;
  }

  /// The id of some record of a kind that may be referred to.
  private @Nullable Id any(Class<?> type, Visibility mark) {
    List<Id> ids =
        pool.stream()
            .filter(each -> type.isInstance(each.id()) && each.visibility().covers(mark))
            .filter(each -> !each.visibility().equals(mark))
            .map(CaseRecord::id)
            .toList();
    return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
  }

  /// Claims that correct claims that are seen, one for each way; for the mediator alone, claims
  /// that correct whatever parties claimed and cite whatever they cite.
  private void corrections(Visibility mark) {
    List<CaseRecord> claims = originals(Claim.class, mark);
    if (claims.isEmpty()) {
      return;
    }
    boolean all = mark instanceof Visibility.Mediator;
    CaseRecord some = claims.get(random.nextInt(claims.size()));
    for (CaseRecord each : claims) {
      if (each.equals(some) || (all && isWritten(each))) {
        correct((Claim) each, mark);
      }
    }
    for (CaseRecord each : originals(Source.class, mark)) {
      if (all && isWritten(each)) {
        pool.add(Rewrite.with((Claim) copy(some, mark), "source", List.of(each.id())));
      }
    }
  }

  private static boolean isWritten(CaseRecord record) {
    return record.id().value().startsWith("own-");
  }

  private void correct(Claim original, Visibility mark) {
    for (String how : WAYS) {
      Claim copy = (Claim) copy(original, mark);
      for (String none : WAYS) {
        copy = Rewrite.with(copy, none, List.<ClaimId>of());
      }
      pool.add(Rewrite.with(copy, how, List.of(original.id())));
    }
  }

  /// The copies that make a case: those with wrong references refer to what their originals do, and
  /// those still wrong are left out, as a second position on one point for the same eyes.
  private List<CaseRecord> sound() {
    while (true) {
      List<CaseViolation> problems = CaseChecks.problems(info, pool);
      if (problems.isEmpty()) {
        return pool.subList(originals, pool.size());
      }
      Set<Integer> wrong = new TreeSet<>(Comparator.reverseOrder());
      problems.forEach(each -> wrong.add(each.record()));
      for (int index : wrong) {
        if (index < originals) {
          throw new IllegalStateException("no case: " + problems);
        }
        CaseRecord instead = plain.remove(pool.get(index).id());
        if (instead == null) {
          pool.remove(index);
        } else {
          pool.set(index, instead);
        }
      }
    }
  }
}
