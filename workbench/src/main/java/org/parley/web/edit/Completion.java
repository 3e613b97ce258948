package org.parley.web.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.Id;
import org.parley.model.text.ComponentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;

/// Ids with what they name, to complete what is being typed.
public final class Completion {

  private static final int MOST = 12;
  private static final String OPTIONS = "options";
  private static final String COMPONENTS = "components";

  private Completion() {}

  /// An id and what it names.
  public record Suggestion(String id, String title, String kind) {}

  /// The kinds of things whose ids may be written for a value, separated by blanks; empty where it
  /// is no id.
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

  /// What an id names; empty where it names nothing this viewer may see.
  static String title(CaseView view, String id) {
    if (id.equals("whole")) {
      return "the whole settlement";
    }
    return view.find(id).map(record -> title(view, record, id)).orElse("");
  }

  private static String title(CaseView view, CaseRecord record, String id) {
    if (record instanceof Point point && !point.id().value().equals(id)) {
      Optional<String> part =
          point.options().stream()
              .filter(option -> option.id().value().equals(id))
              .map(option -> option.title())
              .findFirst()
              .or(
                  () ->
                      point.components().stream()
                          .filter(component -> component.id().value().equals(id))
                          .map(component -> component.title())
                          .findFirst());
      return point.number() + " " + point.title() + ": " + part.orElse(id);
    }
    return Titles.of(view, record);
  }

  /// The ids of some kinds whose id or title has every word typed; those whose id begins so first.
  ///
  /// @param kinds as [#kinds(Shape)] gives them
  public static List<Suggestion> of(CaseView view, @Nullable String kinds, String typed) {
    List<String> wanted = kinds == null ? List.of() : Arrays.asList(kinds.split(" ", -1));
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    List<String> words = lower.isEmpty() ? List.of() : Arrays.asList(lower.split("\\s+", -1));
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> rest = new ArrayList<>();
    if (wanted.contains("whole")) {
      offer(new Suggestion("whole", "the whole settlement", "whole"), lower, words, first, rest);
    }
    for (CaseRecord record : inOrder(view, wanted)) {
      String kind = RecordForm.of(record).kind();
      if (wanted.contains(kind)) {
        offer(suggestion(view, record, record.id(), kind), lower, words, first, rest);
      }
      if (record instanceof Point point) {
        if (wanted.contains(OPTIONS)) {
          point
              .options()
              .forEach(
                  each ->
                      offer(
                          suggestion(view, point, each.id(), "options"),
                          lower,
                          words,
                          first,
                          rest));
        }
        if (wanted.contains(COMPONENTS)) {
          point
              .components()
              .forEach(
                  each ->
                      offer(
                          suggestion(view, point, each.id(), "parts"), lower, words, first, rest));
        }
      }
      if (first.size() >= MOST) {
        break;
      }
    }
    first.addAll(rest);
    return first.subList(0, Math.min(MOST, first.size()));
  }

  private static Suggestion suggestion(CaseView view, CaseRecord record, Id id, String kind) {
    return new Suggestion(id.value(), title(view, record, id.value()), Titles.one(kind));
  }

  /// What is likeliest to be meant comes first: parties and points as the board shows them, claims
  /// and sources the latest first.
  private static List<CaseRecord> inOrder(CaseView view, List<String> kinds) {
    List<CaseRecord> records = new ArrayList<>();
    boolean points =
        kinds.contains("points") || kinds.contains(OPTIONS) || kinds.contains(COMPONENTS);
    if (kinds.contains("instruments")) {
      records.addAll(view.instruments());
    }
    if (kinds.contains("parties")) {
      records.addAll(view.parties());
    }
    if (points) {
      records.addAll(view.points());
    }
    if (kinds.contains("claims")) {
      records.addAll(view.claims().reversed());
    }
    if (kinds.contains("sources")) {
      records.addAll(view.sources().reversed());
    }
    for (CaseRecord record : view.records()) {
      String kind = RecordForm.of(record).kind();
      if (kinds.contains(kind)
          && !List.of("instruments", "parties", "points", "claims", "sources").contains(kind)) {
        records.add(record);
      }
    }
    return records;
  }

  private static void offer(
      Suggestion one,
      String lower,
      List<String> words,
      List<Suggestion> first,
      List<Suggestion> rest) {
    if (one.id.toLowerCase(Locale.ROOT).startsWith(lower)) {
      first.add(one);
      return;
    }
    if (rest.size() < MOST) {
      String all = (one.id + " " + one.title).toLowerCase(Locale.ROOT);
      if (words.stream().allMatch(all::contains)) {
        rest.add(one);
      }
    }
  }
}
