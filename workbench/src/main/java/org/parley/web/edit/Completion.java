package org.parley.web.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.text.ComponentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.SearchFolding;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Completes ids with their titles.
public final class Completion {

  private static final int MOST = 12;
  private static final String OPTIONS = "options";
  private static final String COMPONENTS = "components";

  private static final Map<Class<?>, String> KINDS = new ConcurrentHashMap<>();

  private Completion() {}

  /// An id and its title.
  public record Suggestion(String id, String title, String kind) {}

  /// The kinds of ids allowed for a value, separated by blanks; empty if it is not an id.
  static String kinds(Shape shape) {
    return switch (shape) {
      case Shape.Coded coded when coded.idType() != null -> kind(coded.type());
      case Shape.Reference(_, var words, List<Class<?>> ids, _) -> {
        List<String> kinds = new ArrayList<>();
        if (words.containsKey("whole")) {
          kinds.add("whole");
        }
        ids.forEach(id -> kinds.add(kind(id)));
        yield String.join(" ", kinds).strip();
      }
      default -> "";
    };
  }

  private static String kind(Class<?> idType) {
    return KINDS.computeIfAbsent(idType, Completion::kindOf);
  }

  private static String kindOf(Class<?> idType) {
    if (idType == OptionId.class) {
      return OPTIONS;
    }
    if (idType == ComponentId.class) {
      return COMPONENTS;
    }
    String name = idType.getSimpleName().replaceFirst("Id$", "");
    for (String kind : RecordForm.kinds()) {
      if (RecordForm.of(kind).shape().type().getSimpleName().equals(name)) {
        return kind;
      }
    }
    return "";
  }

  /// The title of an id; empty if this viewer may not see it.
  static String title(CaseView view, String id) {
    if (id.equals("whole")) {
      return Say.text("title.whole");
    }
    return view.find(id).map(record -> title(view, record, id)).orElse("");
  }

  /// The title of an option or component alone, extracted from that with its point.
  static String part(CaseView view, String id) {
    return view.find(id)
        .filter(Point.class::isInstance)
        .map(Point.class::cast)
        .flatMap(point -> part(point, id))
        .orElseGet(() -> title(view, id));
  }

  private static Optional<String> part(Point point, String id) {
    return point.options().stream()
        .filter(option -> option.id().value().equals(id))
        .map(option -> option.title().text())
        .findFirst()
        .or(
            () ->
                point.components().stream()
                    .filter(component -> component.id().value().equals(id))
                    .map(component -> component.title().text())
                    .findFirst());
  }

  private static String title(CaseView view, CaseRecord record, String id) {
    if (record instanceof Point point && !point.id().value().equals(id)) {
      return Say.point(point) + Say.text("colon") + part(point, id).orElse(id);
    }
    return RecordTitles.of(view, record);
  }

  /// The ids of some kinds with every typed word in id, title or name, ignoring case and accents;
  /// prefix matches of ids first.
  ///
  /// @param kinds as [#kinds(Shape)] gives them
  /// @param on the point of options; null for any
  public static List<Suggestion> of(
      OpenCase open, @Nullable String kinds, @Nullable String on, String typed) {
    Set<String> wanted = kinds == null ? Set.of() : Set.copyOf(Arrays.asList(kinds.split(" ", -1)));
    String folded = SearchFolding.of(typed.strip());
    List<String> words = folded.isEmpty() ? List.of() : Arrays.asList(folded.split("\\s+", -1));
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> rest = new ArrayList<>();
    Candidates.in(open, Language.current(), wanted)
        .filter(each -> wanted.contains(each.kind))
        .filter(each -> on == null || isPartOf(open.view(), each, on))
        .takeWhile(_ -> first.size() < MOST)
        .forEach(
            each -> {
              if (each.folded.startsWith(folded)) {
                first.add(each.suggestion);
              } else if (rest.size() < MOST && words.stream().allMatch(each.folded::contains)) {
                rest.add(each.suggestion);
              }
            });
    first.addAll(rest);
    return first.subList(0, Math.min(MOST, first.size()));
  }

  /// The names of accounts that begin with what is typed, ignoring case.
  public static List<Suggestion> ofNames(List<String> names, String typed) {
    return names.stream()
        .filter(each -> each.regionMatches(true, 0, typed, 0, typed.length()))
        .limit(MOST)
        .map(each -> new Suggestion(each, "", ""))
        .toList();
  }

  /// Whether something is no part of a point, or a part of this one.
  private static boolean isPartOf(CaseView view, Candidate each, String point) {
    boolean isPart = each.kind.equals(OPTIONS) || each.kind.equals(COMPONENTS);
    return !isPart
        || view.find(each.suggestion.id())
            .filter(owner -> owner.id().value().equals(point))
            .isPresent();
  }

  /// A candidate.
  ///
  /// @param record the record that it names, or a part of
  /// @param kind the kind of its id
  /// @param folded its id, title and names, folded for comparison
  private record Candidate(
      @Nullable CaseRecord record, String kind, Suggestion suggestion, String folded) {
    Candidate(
        @Nullable CaseRecord record,
        String kind,
        String id,
        String title,
        String called,
        String name) {
      this(
          record,
          kind,
          new Suggestion(id, title, called),
          SearchFolding.of(id + " " + title + " " + name).strip());
    }
  }

  /// Kinds whose candidates are made together, when one of them is asked for first.
  ///
  /// @param kinds the kinds; none for all that no other group has
  private record Group(Set<String> kinds, Function<CaseView, List<? extends CaseRecord>> records) {

    boolean has(Set<String> wanted) {
      return kinds.isEmpty()
          ? wanted.stream()
              .anyMatch(each -> GROUPS.stream().noneMatch(other -> other.kinds.contains(each)))
          : !Collections.disjoint(kinds, wanted);
    }
  }

  /// The most likely first: parties and points in the order of the board, claims and sources latest
  /// first.
  private static final List<Group> GROUPS =
      List.of(
          new Group(Set.of("whole"), _ -> List.of()),
          new Group(Set.of("instruments"), CaseView::instruments),
          new Group(Set.of("parties"), CaseView::parties),
          new Group(Set.of("points", OPTIONS, COMPONENTS), CaseView::points),
          new Group(Set.of("claims"), view -> view.claims().reversed()),
          new Group(Set.of("sources"), view -> view.sources().reversed()),
          new Group(Set.of(), Completion::others));

  /// Records that are named by themselves alone, and not by others on record.
  private static boolean isNamedAlone(CaseRecord record) {
    return record instanceof Claim || record instanceof Source;
  }

  /// The candidates of a case by language and group, as far as they were asked for.
  ///
  /// @param earlier those before a change, until they are asked for again
  private record Candidates(Map<Asked, List<Candidate>> all, Map<Asked, List<Candidate>> earlier)
      implements OpenCase.Following {

    private record Asked(Language language, Group group) {}

    Candidates(Map<Asked, List<Candidate>> earlier) {
      this(new ConcurrentHashMap<>(), Map.copyOf(earlier));
    }

    @Override
    public Candidates after(OpenCase next) {
      Map<Asked, List<Candidate>> known = new HashMap<>(earlier);
      known.putAll(all);
      return new Candidates(known);
    }

    static Stream<Candidate> in(OpenCase open, Language language, Set<String> wanted) {
      Candidates made = open.once(Candidates.class, _ -> new Candidates(Map.of()));
      return GROUPS.stream()
          .filter(group -> group.has(wanted))
          .map(group -> new Asked(language, group))
          .map(asked -> made.all.computeIfAbsent(asked, _ -> made.of(open, asked)))
          .flatMap(List::stream);
    }

    private List<Candidate> of(OpenCase open, Asked asked) {
      Group group = asked.group;
      CaseView view = open.view();
      IdentityHashMap<CaseRecord, Candidate> known = new IdentityHashMap<>();
      for (Candidate each : earlier.getOrDefault(asked, List.of())) {
        if (each.record != null && isNamedAlone(each.record)) {
          known.put(each.record, each);
        }
      }
      List<Candidate> all = new ArrayList<>();
      if (group.kinds.contains("whole")) {
        all.add(new Candidate(null, "whole", "whole", Say.text("title.whole"), part("whole"), ""));
      }
      for (CaseRecord record : group.records.apply(view)) {
        Candidate before = known.get(record);
        if (before != null) {
          all.add(before);
          continue;
        }
        String kind = RecordForm.of(record).kind();
        all.add(candidate(view, record, record.id(), kind, RecordTitles.one(kind)));
        if (record instanceof Point point) {
          point
              .options()
              .forEach(each -> all.add(candidate(view, point, each.id(), OPTIONS, part(OPTIONS))));
          point
              .components()
              .forEach(
                  each -> all.add(candidate(view, point, each.id(), COMPONENTS, part("parts"))));
        }
      }
      return List.copyOf(all);
    }

    private static String part(String part) {
      return Say.text("kind-part", "part", new Messages.Select(part));
    }
  }

  private static Candidate candidate(
      CaseView view, CaseRecord record, Id id, String kind, String called) {
    String name = record instanceof Party party ? party.name().text() : "";
    return new Candidate(record, kind, id.value(), title(view, record, id.value()), called, name);
  }

  /// The records of all kinds without a group of their own, by id.
  private static List<CaseRecord> others(CaseView view) {
    List<CaseRecord> records = new ArrayList<>();
    for (CaseRecord record : view.records()) {
      if (GROUPS.stream().noneMatch(each -> each.kinds.contains(RecordForm.of(record).kind()))) {
        records.add(record);
      }
    }
    return records;
  }
}
