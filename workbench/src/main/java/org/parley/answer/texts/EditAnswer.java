package org.parley.answer.texts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.board.Board;
import org.parley.board.OlderAgreement;
import org.parley.clause.Consequence;
import org.parley.clause.Consequence.EditKind;
import org.parley.clause.EditConsequences;
import org.parley.clause.TextEdit;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.WrittenText;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.step.Demand;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.wording.ConsequenceWording;
import org.parley.wording.ConsequenceWording.AgreedBefore;
import org.parley.wording.EffectWording;

/// The consequences of an edit of a text.
///
/// @param instrument the instrument
/// @param from the earlier version
/// @param to the later version
/// @param changes the number of changes
/// @param headline it in short
/// @param consequences the consequences, the most serious first
/// @param agreements agreement to earlier versions
/// @param linked records that rest on a point whose clause changed
/// @param effects what it does to coverage and knots of the case
/// @param comments the comments on its changes
public record EditAnswer(
    InstrumentId instrument,
    String from,
    String to,
    int changes,
    String headline,
    List<EditConsequence> consequences,
    List<EarlierAgreement> agreements,
    List<LinkedClause> linked,
    List<EditEffect> effects,
    CommentsAnswer comments) {

  /// A consequence.
  ///
  /// @param change the number of its change; absent if no single change shows it
  /// @param element the id of the element
  /// @param kind its kind
  /// @param says it in a sentence
  /// @param before the earlier words; absent for none
  /// @param after the later words; absent for none
  public record EditConsequence(
      @Nullable Integer change,
      String element,
      EditKind kind,
      String says,
      @Nullable String before,
      @Nullable String after) {}

  /// Agreement to an earlier version.
  ///
  /// @param about the instrument or point
  /// @param version the version agreed to; absent if none is on record of that day
  /// @param day the latest day of the agreement
  /// @param parties the parties
  /// @param says it in a sentence
  public record EarlierAgreement(
      String about, @Nullable String version, LocalDate day, List<PartyId> parties, String says) {
    public EarlierAgreement {
      parties = List.copyOf(parties);
    }
  }

  /// A record that rests on a point whose clause changed.
  ///
  /// @param point the point
  /// @param record the guarantee or demand
  /// @param title its title
  public record LinkedClause(PointId point, String record, String title) {}

  /// An effect on the case, computed with the earlier and with the later text.
  ///
  /// @param changes the numbers of the changes that it comes from
  /// @param kind its kind
  /// @param records the guarantees or demands through which
  /// @param says it in a sentence
  public record EditEffect(
      List<Integer> changes, EffectKind kind, List<String> records, String says) {
    public EditEffect {
      changes = List.copyOf(changes);
      records = List.copyOf(records);
    }
  }

  /// The kind of an effect.
  public enum EffectKind {
    HOLE_OPENS,
    HOLE_CLOSES,
    KNOT_TIED,
    KNOT_UNTIED,
    /// The search for knots stopped.
    KNOTS_UNDECIDED
  }

  public EditAnswer {
    effects = List.copyOf(effects);
    consequences = List.copyOf(consequences);
    agreements = List.copyOf(agreements);
    linked = List.copyOf(linked);
  }

  /// The answer for two versions of a text.
  ///
  /// @param board the board of the day
  public static EditAnswer of(WrittenText text, Board board) {
    TextEdit edit = text.edit();
    List<Consequence> found = EditConsequences.of(edit);
    ConsequenceWording words = ConsequenceWording.current(text.view());
    List<AgreedBefore> agreed = agreed(text, board, found);
    int changes = Math.toIntExact(text.comparison().changes());
    AvailableText against = text.against();
    return new EditAnswer(
        text.instrument().id(),
        against == null ? text.version().version() : against.version(),
        text.version().version(),
        changes,
        words.headline(changes, found, agreed),
        found.stream().map(each -> consequence(each, words)).toList(),
        agreed.stream().map(each -> agreement(each, words)).toList(),
        linked(text.view(), points(found)),
        effects(text, edit, found),
        CommentsAnswer.of(text.comments()));
  }

  private static List<EditEffect> effects(
      WrittenText text, TextEdit edit, List<Consequence> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    EditedCase edited = EditedCase.of(text.view(), edit, found);
    EffectWording words = EffectWording.current(text.view());
    return CaseEffect.list(edited, text.asOf()).stream()
        .map(
            each ->
                new EditEffect(
                    CaseEffect.changes(edited, each.records()),
                    kind(each),
                    each.records(),
                    says(each, words)))
        .toList();
  }

  private static EffectKind kind(CaseEffect effect) {
    return switch (effect) {
      case CaseEffect.HoleChange each ->
          each.opens() ? EffectKind.HOLE_OPENS : EffectKind.HOLE_CLOSES;
      case CaseEffect.KnotChange each ->
          each.tied() ? EffectKind.KNOT_TIED : EffectKind.KNOT_UNTIED;
      case CaseEffect.Undecided _ -> EffectKind.KNOTS_UNDECIDED;
    };
  }

  private static String says(CaseEffect effect, EffectWording words) {
    return switch (effect) {
      case CaseEffect.HoleChange each ->
          words.hole(each.opens(), each.question(), each.threat(), each.from(), each.until());
      case CaseEffect.KnotChange each -> words.knot(each.tied(), each.knot());
      case CaseEffect.Undecided _ -> words.undecided();
    };
  }

  private static EditConsequence consequence(Consequence each, ConsequenceWording words) {
    int change = each.at().change();
    String before = each.wordsBefore();
    String after = each.wordsAfter();
    return new EditConsequence(
        change == 0 ? null : change,
        each.at().element().id(),
        each.kind(),
        words.says(each),
        before.isEmpty() ? null : before,
        after.isEmpty() ? null : after);
  }

  private static EarlierAgreement agreement(AgreedBefore each, ConsequenceWording words) {
    return new EarlierAgreement(
        each.subject().toString(),
        each.version(),
        each.day(),
        each.parties(),
        words.agreement(each).text());
  }

  /// The points whose clauses changed.
  private static Set<PointId> points(List<Consequence> found) {
    Set<PointId> points = new TreeSet<>();
    for (Consequence each : found) {
      PointId point = each.at().element().point();
      if (point != null) {
        points.add(point);
      }
    }
    return points;
  }

  private static List<AgreedBefore> agreed(WrittenText text, Board board, List<Consequence> found) {
    if (text.comparison().changes() == 0) {
      return List.of();
    }
    List<Subject> subjects = new ArrayList<>();
    subjects.add(text.instrument().id());
    subjects.addAll(points(found));
    List<AvailableText> versions = InstrumentTexts.of(text.view(), text.instrument()).list();
    List<AgreedBefore> agreed = new ArrayList<>();
    for (Subject each : subjects) {
      Map<String, List<OlderAgreement>> byVersion = new LinkedHashMap<>();
      for (OlderAgreement older : OlderAgreement.list(board, each, text.version().date())) {
        byVersion
            .computeIfAbsent(version(versions, older.day()), _ -> new ArrayList<>())
            .add(older);
      }
      byVersion.forEach((version, older) -> agreed.add(agreed(each, version, older)));
    }
    return agreed;
  }

  private static AgreedBefore agreed(Subject about, String version, List<OlderAgreement> older) {
    return new AgreedBefore(
        about,
        version.isEmpty() ? null : version,
        older.stream().map(OlderAgreement::day).max(LocalDate::compareTo).orElseThrow(),
        older.stream().map(OlderAgreement::party).toList());
  }

  /// The latest version of a day; empty for none.
  private static String version(List<AvailableText> versions, LocalDate day) {
    String latest = "";
    for (AvailableText each : versions) {
      if (!each.date().latestDay().isAfter(day)) {
        latest = each.version();
      }
    }
    return latest;
  }

  private static List<LinkedClause> linked(CaseView view, Set<PointId> points) {
    List<LinkedClause> linked = new ArrayList<>();
    for (PointId point : points) {
      for (Guarantee each : view.guarantees()) {
        if (each.points().contains(point)) {
          linked.add(new LinkedClause(point, each.id().value(), each.title().text()));
        }
      }
      for (Demand each : view.demands()) {
        if (each.points().contains(point)) {
          linked.add(new LinkedClause(point, each.id().value(), each.text()));
        }
      }
    }
    return linked;
  }
}
