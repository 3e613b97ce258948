package org.parley.wording;

import java.util.Collection;
import java.util.List;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.party.Party;
import org.parley.model.step.Step;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The names of parties, subjects and speakers of a case in one language.
public final class CaseNames {

  private final Messages messages;
  private final CaseView view;

  public CaseNames(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
  }

  /// The name of a party; its id if it is not in the view, as for an account of a removed party.
  public Phrase party(PartyId id) {
    return view.find(id)
        .map(Party::label)
        .map(label -> Phrase.link(id, label.text()))
        .orElse(Phrase.of(id.value()));
  }

  /// "A", "A and B", "A, B and C".
  public Phrase parties(Collection<PartyId> ids) {
    return messages.all(ids.stream().map(this::party).toList());
  }

  /// A point with its number.
  public Phrase point(PointId id) {
    return Phrase.link(id, numbered(view.get(id)));
  }

  /// A point by its number and title.
  public static String numbered(Point point) {
    return (number(point) + " " + point.title()).strip();
  }

  /// The number of a point; empty where its title says the same, as "Preamble" does.
  public static String number(Point point) {
    return point.title().text().equals(point.number()) ? "" : point.number();
  }

  public Phrase points(List<PointId> ids) {
    return messages.all(ids.stream().map(this::point).toList());
  }

  public Phrase subject(Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> messages.say("subject.whole");
      case InstrumentId id -> Phrase.link(id, view.get(id).label().text());
      case PointId id -> point(id);
      case ComponentId id ->
          Phrase.link(
              id,
              view.pointOf(id).components().stream()
                  .filter(each -> each.id().equals(id))
                  .map(each -> each.title().text())
                  .findFirst()
                  .orElseThrow());
      case ActId id -> new ActWording(messages, view).full(view.get(id));
    };
  }

  /// A subject by itself: a part of a point is named with its point.
  public Phrase subjectInFull(Subject subject) {
    return subject instanceof ComponentId id
        ? new Phrase(
            List.of(
                new Phrase.Run.Link(
                    id,
                    point(view.pointOf(id).id()).text()
                        + messages.pattern("colon")
                        + subject(id).text())))
        : subject(subject);
  }

  /// Who made a claim, or an act in words.
  public Phrase source(Id record) {
    return switch (view.find(record).orElseThrow()) {
      case Claim claim -> speaker(claim);
      case Act act -> new ActWording(messages, view).full(act);
      case Instrument instrument -> subject(instrument.id());
      case Step step -> Phrase.link(step.id(), step.title().text());
      default -> Phrase.of(record.value());
    };
  }

  /// "Dmitry Peskov (Russia, 25 December 2025)".
  public Phrase speaker(Claim claim) {
    return messages.say(
        "speaker",
        "name",
        Phrase.link(claim.id(), claim.speaker()),
        "party",
        parties(claim.parties()),
        "said",
        claim.said());
  }
}
