package org.parley.web.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundReader;
import org.parley.model.InvalidValueException;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.web.view.Say;

/// The sheet on which a delegation answers one package.
///
/// @param basis the digest of the words and the rule it is about
/// @param seen how many entries of the delegation it shows
/// @param whole the chosen word on the whole; empty for none
/// @param conditions the options that a condition on the whole may name, with those chosen
/// @param points the points, with the word chosen on each
/// @param isAnswered whether there is an answer to withdraw
public record AnswerForm(
    TabledPackage tabled,
    String basis,
    int seen,
    String whole,
    List<ConditionChoice> conditions,
    List<PointChoice> points,
    boolean isAnswered) {

  static final String ACCEPTS = "accepts";
  static final String IF = "if";
  static final String DECLINES = "declines";

  public AnswerForm {
    conditions = List.copyOf(conditions);
    points = List.copyOf(points);
  }

  /// An option that a condition may name.
  public record ConditionChoice(OptionId option, String title, boolean chosen) {}

  /// A point with its choices.
  ///
  /// @param options the options of the point that the package has not
  /// @param chosen the word on it; empty for none of its own; an option for a condition
  public record PointChoice(PointId point, String title, List<Option> options, String chosen) {
    public PointChoice {
      options = List.copyOf(options);
    }
  }

  /// The sheet of a package, with the answer given so far.
  public static AnswerForm of(
      CaseView raw, CaseView said, TabledPackage tabled, RoundReader reader) {
    TabledSheet sheet = TabledSheet.of(raw, raw.get(tabled.id()));
    AnswerSheet own = reader.own(sheet).map(SealedAnswer::sheet).orElse(null);
    List<OptionId> asked =
        own != null && own.whole() instanceof AnswerWord.AcceptsIf(List<OptionId> options)
            ? options
            : List.of();
    List<ConditionChoice> conditions = new ArrayList<>();
    for (Option each : TabledSheet.conditions(said, tabled)) {
      Point point = said.pointOf(each.id());
      conditions.add(
          new ConditionChoice(
              each.id(), point.number() + ": " + each.title(), asked.contains(each.id())));
    }
    List<PointChoice> points = new ArrayList<>();
    for (TabledPackage.TabledProvision each : tabled.provisions()) {
      Point point = said.get(each.point());
      AnswerWord verdict = own == null ? null : own.points().get(point.id());
      points.add(
          new PointChoice(
              point.id(),
              Say.point(point),
              point.options().stream()
                  .filter(option -> !option.id().equals(each.option()))
                  .filter(option -> option.visibility().covers(tabled.visibility()))
                  .toList(),
              verdict == null ? "" : word(verdict)));
    }
    return new AnswerForm(
        tabled,
        sheet.basis(),
        reader.ownEntries(sheet),
        own == null ? "" : own.whole() instanceof AnswerWord.AcceptsIf ? IF : word(own.whole()),
        conditions,
        points,
        own != null);
  }

  private static String word(AnswerWord verdict) {
    return switch (verdict) {
      case AnswerWord.Accepts _ -> ACCEPTS;
      case AnswerWord.Declines _ -> DECLINES;
      case AnswerWord.AcceptsIf(List<OptionId> options) ->
          options.isEmpty() ? IF : options.getFirst().value();
    };
  }

  /// The answer in a form that was sent; empty if it has no word on the whole.
  ///
  /// @throws InvalidValueException if it names something that is no id
  static Optional<AnswerSheet> read(Map<String, List<String>> form) {
    AnswerWord whole = verdict(one(form, "whole"), form.getOrDefault("if", List.of()));
    if (whole == null) {
      return Optional.empty();
    }
    Map<PointId, AnswerWord> points = new LinkedHashMap<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith("point/") && !values.getFirst().isEmpty()) {
            String word = values.getFirst();
            boolean isWord = word.equals(ACCEPTS) || word.equals(DECLINES);
            AnswerWord verdict = isWord ? verdict(word, List.of()) : verdict(IF, List.of(word));
            points.put(
                new PointId(name.substring("point/".length())), Objects.requireNonNull(verdict));
          }
        });
    return Optional.of(new AnswerSheet(whole, points));
  }

  private static @Nullable AnswerWord verdict(String word, List<String> options) {
    return switch (word) {
      case ACCEPTS -> new AnswerWord.Accepts();
      case DECLINES -> new AnswerWord.Declines();
      case IF -> new AnswerWord.AcceptsIf(options.stream().map(OptionId::new).toList());
      default -> null;
    };
  }

  /// The first value of a field; empty for none.
  public static String one(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }
}
