package org.parley.wording;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;
import org.parley.round.Accord;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerState;
import org.parley.round.AnswerWord;
import org.parley.round.Revelation;
import org.parley.round.TabledSheet;
import org.parley.round.VersionChanges.ProvisionMove;

/// Rounds of sealed answers, in one language.
public final class RoundWording {

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;

  public RoundWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.names = new CaseNames(messages, view);
  }

  /// In the current language.
  public static RoundWording current(CaseView view) {
    return new RoundWording(Messages.current(), view);
  }

  /// How many rounds there are.
  public String headline(int rounds) {
    return messages.text("rounds.headline", "rounds", rounds);
  }

  /// A moment with its time zone: "10 January 2026, 09:00 (UTC+02:00)".
  public String moment(ZonedMoment moment) {
    return moment(moment.local());
  }

  private String moment(Instant instant) {
    return moment(instant.atOffset(ZoneOffset.UTC));
  }

  private String moment(OffsetDateTime local) {
    return moment(messages, local);
  }

  static String moment(Messages messages, Instant instant) {
    return moment(messages, instant.atOffset(ZoneOffset.UTC));
  }

  private static String moment(Messages messages, OffsetDateTime local) {
    String offset = local.getOffset().equals(ZoneOffset.UTC) ? "" : local.getOffset().getId();
    return messages.text(
        "rounds.moment",
        "day",
        messages.dates().day(local.toLocalDate()),
        "time",
        String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute()),
        "offset",
        offset);
  }

  /// The facts revealed, the moment, and how an improvement is chosen.
  public String rule(Round round) {
    List<Phrase> more = new ArrayList<>();
    round.reveals().stream()
        .sorted()
        .forEach(each -> more.add(messages.say("rounds.reveals", "fact", each)));
    ZonedMoment closes = round.closes();
    return messages.text(
        "rounds.rule",
        "when",
        new Messages.Select(
            round.when() == Round.Revealing.CLOSING_HOUR
                ? "hour"
                : closes == null ? "all" : "first"),
        "hour",
        closes == null ? "" : moment(closes),
        "more",
        !more.isEmpty(),
        "facts",
        messages.all(more),
        "improves",
        round.improves());
  }

  /// Who tabled a package.
  public String author(TabledPackage tabled) {
    PartyId author = tabled.author();
    return author == null
        ? messages.text("rounds.non-paper")
        : messages.text("rounds.by", "party", names.party(author));
  }

  /// The parties that a package is tabled to.
  public String recipients(List<PartyId> to) {
    return messages.text("rounds.to", "parties", names.parties(to));
  }

  /// The terms of a package on a point.
  public String provision(TabledProvision provision) {
    return messages.text(
        "rounds.provision", "point", names.point(provision.point()), "what", content(provision));
  }

  private String content(TabledProvision provision) {
    List<String> parts = new ArrayList<>();
    OptionId option = provision.option();
    if (option != null) {
      parts.add(option(option));
    }
    Amount value = provision.value();
    if (value != null) {
      Quantity quantity = view.get(provision.point()).quantity();
      parts.add(quantity == null ? value.said() : value.said() + " " + quantity.unit().text());
    }
    String text = provision.text();
    if (text != null && !text.isBlank()) {
      parts.add(messages.text("quotation", "words", text));
    }
    return String.join("; ", parts);
  }

  private String option(OptionId id) {
    return view.find(id).isPresent() ? view.get(id).title().text() : id.value();
  }

  /// The move on a point.
  public String move(ProvisionMove move) {
    TabledProvision before = move.before();
    TabledProvision after = move.after();
    return messages.text(
        "rounds.move",
        "point",
        names.point(move.point()),
        "how",
        new Messages.Select(before == null ? "added" : after == null ? "dropped" : "changed"),
        "before",
        before == null ? "" : content(before),
        "after",
        after == null ? "" : content(after));
  }

  /// Whether a package can be made better for some and worse for none.
  ///
  /// @param isPart whether the package leaves points of the round open
  public String improvement(PackageImprovement found, boolean isPart) {
    String key =
        switch (found) {
          case PackageImprovement.Efficient _ -> "rounds.improve.efficient";
          case PackageImprovement.Better _ -> "rounds.improve.better";
          case PackageImprovement.Undecided _ -> "rounds.improve.undecided";
        };
    return messages.text(key, "part", isPart);
  }

  /// Whether all accept a point.
  public String point(PointId point, boolean accepted) {
    return messages.text("rounds.point", "point", names.point(point), "accepted", accepted);
  }

  /// Where the answers to a package stand.
  ///
  /// @param revealed what is revealed; null where no answers are kept
  public String standing(TabledSheet sheet, @Nullable Revelation revealed) {
    int parties = sheet.parties().size();
    if (revealed == null) {
      return messages.text("rounds.elsewhere");
    }
    return switch (revealed.state()) {
      case AnswerState.NotOpen _ -> messages.text("rounds.not-open");
      case AnswerState.Taken _ -> {
        ZonedMoment closes = sheet.round().closes();
        yield messages.text(
            "rounds.taken",
            "closes",
            closes != null,
            "hour",
            closes == null ? "" : moment(closes),
            "told",
            revealed.answered().isPresent(),
            "answered",
            revealed.answered().orElse(0),
            "parties",
            parties);
      }
      case AnswerState.Superseded(Instant at) ->
          messages.text("rounds.superseded", "at", moment(at));
      case AnswerState.Revealed(Instant at, var cause) ->
          messages.text(
              "rounds.revealed",
              "all",
              revealed.allAccept().orElse(false),
              "at",
              moment(at),
              "cause",
              cause,
              "counted",
              revealed.accepting().isPresent(),
              "accepting",
              revealed.accepting().orElse(0),
              "parties",
              parties,
              "named",
              new Messages.Select(
                  revealed.parties().map(each -> each.isEmpty() ? "none" : "some").orElse("no")),
              "who",
              names.parties(revealed.parties().orElse(List.of())));
    };
  }

  /// An answer, one sentence for the whole and one for each point with a word of its own.
  public List<String> sheet(TabledPackage tabled, AnswerSheet sheet) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("rounds.own.whole", "verdict", verdict(sheet.whole())));
    tabled
        .provisions()
        .forEach(
            each -> {
              AnswerWord own = sheet.points().get(each.point());
              if (own != null) {
                lines.add(
                    messages.text(
                        "rounds.own.point",
                        "point",
                        names.point(each.point()),
                        "verdict",
                        verdict(own)));
              }
            });
    return lines;
  }

  private String verdict(AnswerWord verdict) {
    return switch (verdict) {
      case AnswerWord.Accepts _ -> messages.text("rounds.accepts");
      case AnswerWord.Declines _ -> messages.text("rounds.declines");
      case AnswerWord.AcceptsIf(List<OptionId> options) ->
          messages.text(
              "rounds.accepts-if",
              "options",
              messages.all(options.stream().map(each -> Phrase.of(option(each))).toList()));
    };
  }

  /// Words of a text that is read anywhere, in the current language.
  public static String said(LocalizedText words) {
    return words.in(Language.current().tag()).text();
  }

  /// Who accepted what.
  public static String headline(Accord accord) {
    Messages messages = Messages.current();
    return messages.text(
        "accord.headline",
        "parties",
        messages.all(accord.accepted().stream().map(each -> Phrase.of(said(each.name()))).toList()),
        "count",
        accord.accepted().size(),
        "title",
        said(accord.title()));
  }

  /// Who tabled the package.
  public static String author(Accord accord) {
    Messages messages = Messages.current();
    PartyId author = accord.author();
    return author == null
        ? messages.text("rounds.non-paper")
        : messages.text(
            "rounds.by",
            "party",
            accord.accepted().stream()
                .filter(each -> each.party().equals(author))
                .map(each -> said(each.name()))
                .findFirst()
                .orElse(author.value()));
  }

  /// When the rule applied, and why then.
  public static String when(Accord accord) {
    return Messages.current()
        .text(
            "accord.when",
            "at",
            moment(Messages.current(), accord.applied().atOffset(ZoneOffset.UTC)),
            "cause",
            accord.cause());
  }

  /// The terms of an accord on one point.
  public static String provision(Accord.AccordProvision provision) {
    Messages messages = Messages.current();
    List<String> parts = new ArrayList<>();
    LocalizedText option = provision.option();
    if (option != null) {
      parts.add(said(option));
    }
    String value = provision.value();
    if (value != null) {
      LocalizedText unit = provision.unit();
      parts.add(unit == null ? value : value + " " + said(unit));
    }
    String words = provision.words();
    if (words != null && !words.isBlank()) {
      parts.add(messages.text("quotation", "words", words));
    }
    return messages.text(
        "rounds.provision",
        "point",
        provision.number() + " " + said(provision.title()),
        "what",
        String.join("; ", parts));
  }

  /// The facts that the text of an accord proves by itself.
  public static List<String> proves() {
    return List.of(
        Messages.current().text("accord.proves.words"),
        Messages.current().text("accord.proves.parties"));
  }

  /// The facts that it does not prove.
  public static List<String> open() {
    return List.of(
        Messages.current().text("accord.open.who"), Messages.current().text("accord.open.bound"));
  }
}
