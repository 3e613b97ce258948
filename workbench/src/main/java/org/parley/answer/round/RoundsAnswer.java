package org.parley.answer.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.PointId;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerState;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.round.VersionChanges;
import org.parley.wording.RoundWording;

/// The rounds of a case, and what was revealed of the answers.
///
/// @param headline how many rounds there are
/// @param rounds the rounds, by the moment they open
public record RoundsAnswer(String headline, List<RoundStanding> rounds) {

  public RoundsAnswer {
    rounds = List.copyOf(rounds);
  }

  /// A round.
  ///
  /// @param rule what is revealed, and when, in a sentence
  /// @param packages the packages on its table, by the moment of tabling
  public record RoundStanding(
      RoundId round,
      String title,
      List<PartyId> parties,
      List<PointId> points,
      String opens,
      @Nullable String closes,
      String rule,
      List<TabledStanding> packages) {

    public RoundStanding {
      packages = List.copyOf(packages);
    }
  }

  /// Where the answers to a package stand.
  public enum AnswerStanding {
    /// Answers are not taken yet.
    NOT_OPEN,
    /// Answers are taken.
    TAKEN,
    /// The rule has applied.
    REVEALED,
    /// A later version replaced it before the rule applied.
    SUPERSEDED,
    /// There are no answers here: a server for a team keeps them.
    ELSEWHERE
  }

  /// A package on the table.
  ///
  /// @param digest the SHA-256 digest of the words and the rule that answers are given to
  /// @param standing where its answers stand
  /// @param answered how many have answered, if the rule reveals it while answers are taken
  /// @param allAccept whether all accept, once revealed
  /// @param accepting how many accept, if the rule reveals it
  /// @param points for each point, whether all accept it, if the rule reveals it
  /// @param acceptedBy the parties that accept, if the rule reveals it
  /// @param provisions what it settles, in words
  /// @param moved what it moved from the version it amends, in words
  /// @param words where the answers stand, in a sentence
  /// @param own the answer of the reader's own delegation
  public record TabledStanding(
      TabledPackageId tabled,
      String title,
      int version,
      @Nullable TabledPackageId amends,
      @Nullable PartyId author,
      String by,
      String when,
      String digest,
      AnswerStanding standing,
      @Nullable Integer answered,
      @Nullable Boolean allAccept,
      @Nullable Integer accepting,
      List<PointAccepted> points,
      @Nullable List<PartyId> acceptedBy,
      List<String> provisions,
      List<String> moved,
      String words,
      @Nullable OwnSealed own) {

    public TabledStanding {
      points = List.copyOf(points);
      provisions = List.copyOf(provisions);
      moved = List.copyOf(moved);
    }
  }

  /// Whether all accept a point.
  public record PointAccepted(PointId point, boolean accepted, String words) {}

  /// The answer of one's own delegation.
  ///
  /// @param given the moment of its receipt
  /// @param counts whether it counts: the words and the rule are still those it was given to
  public record OwnSealed(String given, boolean counts, List<String> words) {

    public OwnSealed {
      words = List.copyOf(words);
    }
  }

  /// The rounds.
  ///
  /// @param raw the view as it is on record: digests are of it
  /// @param said the same in the language of the answer
  /// @param reader what the reader may know of the answers; empty where none are kept
  /// @param only this round alone; null for all
  public static RoundsAnswer of(
      CaseView raw, CaseView said, Optional<? extends RoundReader> reader, @Nullable RoundId only) {
    RoundWording words = RoundWording.current(said);
    List<RoundStanding> rounds = new ArrayList<>();
    for (Round each : said.rounds()) {
      if (only == null || only.equals(each.id())) {
        rounds.add(round(raw, said, reader, words, each));
      }
    }
    return new RoundsAnswer(words.headline(said.rounds().size()), rounds);
  }

  private static RoundStanding round(
      CaseView raw,
      CaseView said,
      Optional<? extends RoundReader> reader,
      RoundWording words,
      Round round) {
    List<TabledStanding> packages = new ArrayList<>();
    for (TabledPackage each : said.tabledPackages()) {
      if (each.round().equals(round.id())) {
        packages.add(tabled(raw, said, reader, words, each));
      }
    }
    ZonedMoment closes = round.closes();
    return new RoundStanding(
        round.id(),
        round.title().text(),
        round.parties(),
        round.points(),
        round.opens().said(),
        closes == null ? null : closes.said(),
        words.rule(round),
        packages);
  }

  private static TabledStanding tabled(
      CaseView raw,
      CaseView said,
      Optional<? extends RoundReader> reader,
      RoundWording words,
      TabledPackage tabled) {
    TabledSheet sheet = TabledSheet.of(raw, raw.get(tabled.id()));
    Revelation revealed = reader.map(each -> each.revelation(sheet)).orElse(null);
    TabledPackageId amends = tabled.amends();
    List<String> moved =
        amends == null
            ? List.of()
            : VersionChanges.of(said.get(amends), tabled).moves().stream()
                .map(words::move)
                .toList();
    return new TabledStanding(
        tabled.id(),
        tabled.title().text(),
        tabled.version(),
        amends,
        tabled.author(),
        words.author(tabled),
        words.moment(tabled.tabled()),
        sheet.basis(),
        revealed == null ? AnswerStanding.ELSEWHERE : standing(revealed.state()),
        revealed != null && revealed.answered().isPresent() ? revealed.answered().getAsInt() : null,
        revealed == null ? null : revealed.allAccept().orElse(null),
        revealed != null && revealed.accepting().isPresent()
            ? revealed.accepting().getAsInt()
            : null,
        revealed == null ? List.of() : points(words, revealed.points()),
        revealed == null ? null : revealed.parties().orElse(null),
        tabled.provisions().stream().map(words::provision).toList(),
        moved,
        words.standing(sheet, revealed),
        reader.flatMap(each -> each.own(sheet)).map(each -> own(words, sheet, each)).orElse(null));
  }

  private static List<PointAccepted> points(RoundWording words, Map<PointId, Boolean> points) {
    return points.entrySet().stream()
        .map(
            each ->
                new PointAccepted(
                    each.getKey(), each.getValue(), words.point(each.getKey(), each.getValue())))
        .toList();
  }

  private static OwnSealed own(RoundWording words, TabledSheet sheet, SealedAnswer answer) {
    AnswerSheet said = answer.sheet();
    return new OwnSealed(
        answer.at().toString(),
        answer.basis().equals(sheet.basis()),
        said == null ? List.of() : words.sheet(sheet.tabled(), said));
  }

  private static AnswerStanding standing(AnswerState state) {
    return switch (state) {
      case AnswerState.NotOpen _ -> AnswerStanding.NOT_OPEN;
      case AnswerState.Taken _ -> AnswerStanding.TAKEN;
      case AnswerState.Revealed _ -> AnswerStanding.REVEALED;
      case AnswerState.Superseded _ -> AnswerStanding.SUPERSEDED;
    };
  }
}
