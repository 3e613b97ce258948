package org.parley.web.edit;

import java.util.Objects;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.comment.Comment;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.Need;
import org.parley.model.indicator.Indicator;
import org.parley.model.party.Party;
import org.parley.model.place.Place;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.Position;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.step.Term;
import org.parley.model.task.Task;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.ActWording;
import org.parley.wording.ForecastWording;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The titles of records, and the addresses that show them.
public final class RecordTitles {

  private static final int LONGEST = 90;

  private RecordTitles() {}

  /// One record of a kind: "point".
  public static String one(String kind) {
    return kind(kind, "", 1);
  }

  /// Several records of a kind: "points".
  public static String many(String kind) {
    return kind(kind, "", 2);
  }

  /// Some record of a kind: "a point".
  public static String some(String kind) {
    return kind(kind, "a", 1);
  }

  /// A further record of a kind: "another point".
  public static String another(String kind) {
    return kind(kind, "another", 1);
  }

  /// The record of a kind that a page is about: "this point".
  public static String itself(String kind) {
    return kind(kind, "this", 1);
  }

  /// How many records of a kind: "12 points".
  public static String count(String kind, long count) {
    return kind(kind, "count", count);
  }

  private static String kind(String kind, String form, long count) {
    return Say.text("kinds." + kind, "form", new Messages.Select(form), "count", count);
  }

  /// `proposedBy` as "proposed by".
  static String words(String key) {
    return key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .replace('-', ' ')
        .toLowerCase(java.util.Locale.ROOT);
  }

  /// The one-line title of a record.
  public static String of(CaseView view, CaseRecord record) {
    return shortened(
        switch (record) {
          case Party party -> party.label().text();
          case Instrument instrument -> instrument.title().text();
          case Point point -> Say.point(point);
          case Source source -> source.publisher() + Say.text("colon") + source.title();
          case Claim claim ->
              claim.speaker() + ", " + Say.date(claim.said()) + Say.text("colon") + claim.words();
          case Item item -> item.text();
          case Forecast forecast -> ForecastWording.current().title(view, forecast);
          case Meeting meeting -> meeting.title() + ", " + Say.date(meeting.date());
          case Act act -> new ActWording(Messages.current(), view).full(act).text();
          case Place place -> place.title().text();
          case Position position ->
              Say.text(
                  "title.position",
                  "party",
                  party(view, position.party()),
                  "point",
                  view.find(position.point()).map(Say::point).orElse(position.point().value()));
          case Step step -> step.title().text();
          case Term term -> Say.text("quotation", "words", term.words());
          case Demand demand -> demand.text();
          case Baseline baseline ->
              Say.text("title.baseline", "party", party(view, baseline.party()));
          case Linkage linkage -> linkage.text();
          case Guarantee guarantee -> guarantee.title().text();
          case Contribution contribution ->
              party(view, contribution.contributor()) + Say.text("colon") + contribution.what();
          case Need need -> need.title().text();
          case Incident incident -> incident.title().text();
          case LogEntry entry -> entry.id() + ", " + Say.date(entry.occurred());
          case CoverageQuestion question -> question.title().text();
          case Indicator indicator -> indicator.title().text();
          case Round round -> round.title().text();
          case TabledPackage tabled -> tabled.title() + ", " + tabled.version();
          case PairwiseComparison compared ->
              party(view, compared.party()) + ", " + Say.date(compared.told());
          case Comment comment -> comment.by() + Say.text("colon") + said(comment);
          case Task task -> task.title().text();
        });
  }

  /// The same on a page: in its language, and marked if there is none in it.
  public static String onPage(OpenCase open, CaseRecord record) {
    CaseView shown = open.onPageIn(Language.current()).view();
    return of(shown, shown.find(record.id().value()).orElse(record));
  }

  /// Whether the title of a record names another one, a party or a point.
  public static boolean namesOthers(CaseRecord record) {
    return switch (record) {
      case Act _, Forecast _, Position _, Baseline _, Contribution _, PairwiseComparison _ -> true;
      case Party _, Instrument _, Point _, Source _, Claim _, Item _, Meeting _, Place _ -> false;
      case Step _, Term _, Demand _, Linkage _, Guarantee _, Need _, Incident _ -> false;
      case LogEntry _, CoverageQuestion _, Indicator _, Round _, TabledPackage _ -> false;
      case Comment _, Task _ -> false;
    };
  }

  private static String said(Comment comment) {
    String text = comment.text();
    Comment.Decision decision = comment.decision();
    return text != null || decision == null
        ? Objects.requireNonNullElse(text, "")
        : Say.text("comments.did", "decision", decision);
  }

  private static String party(CaseView view, PartyId id) {
    return view.find(id).map(party -> party.label().text()).orElse(id.value());
  }

  private static String shortened(String title) {
    return ForeignText.shortened(title, LONGEST);
  }

  /// The address of a record in the list of its kind; its own page by default.
  public static String place(CaseRecord record) {
    return switch (record) {
      case Party party -> Link.to(party.id());
      case Instrument instrument -> Link.to(Address.INSTRUMENTS) + "#" + instrument.id();
      case Point point -> Link.to(point.id());
      case Source source -> Link.to(source.id());
      case Claim claim -> Link.to(claim.id());
      case Item item -> Link.to(Address.INBOX) + "#" + item.id();
      case Forecast forecast -> Link.to(Address.OUTLOOK) + "#" + forecast.id();
      case Meeting meeting ->
          Link.to(Address.TIMELINE) + "?meeting=" + meeting.id() + "#" + meeting.id();
      case Act act -> Link.to(act.id());
      case Place place -> Link.to(Address.PLACES) + "#" + place.id();
      case Position position -> Link.to(position.point()) + "#positions-h";
      case Step step -> Link.to(Address.SEQUENCE) + "#step-" + step.id();
      case Term _, Demand _ -> Link.to(Address.SEQUENCE);
      case Baseline _, Linkage _ -> Link.to(Address.PACKAGES);
      case Guarantee guarantee -> Link.to(Address.GUARANTEES) + "#" + guarantee.id();
      case Contribution _, Need _, CoverageQuestion _ -> Link.to(Address.GUARANTEES);
      case Indicator indicator -> Link.to(Address.INDICATORS) + "#" + indicator.id();
      case PairwiseComparison compared ->
          Link.to(Address.PREFERENCE) + "?party=" + compared.party().value();
      case Comment comment -> Link.to(Address.DISCUSSION, comment.id());
      case Task task -> Link.to(Address.TASKS) + "?show=all#" + task.id();
      case Round round -> Link.to(Address.ROUND, round.id());
      case TabledPackage tabled -> Link.to(Address.ROUND, tabled.round()) + "#" + tabled.id();
      case Incident incident -> Link.to(Address.INCIDENT, incident.id());
      case LogEntry entry ->
          entry.says().incident() == null
              ? Link.to(Address.WATCH) + "?list=log"
              : Link.to(Address.INCIDENT, entry.says().incident()) + "#" + entry.id();
    };
  }
}
