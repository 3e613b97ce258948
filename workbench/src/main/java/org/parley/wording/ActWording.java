package org.parley.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.acts.ActLedger;
import org.parley.acts.Implementation;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.model.ActSubject;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// Words acts: "signed by the Government and FARC-EP, 24 November 2016".
public final class ActWording {

  private final Messages messages;
  private final CaseNames names;
  private final CaseView view;

  public ActWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.names = new CaseNames(messages, view);
    this.view = view;
  }

  /// The kind of an act: "signed".
  public String kind(ActKind kind) {
    return messages.text("act.kind", "kind", kind);
  }

  /// An act without its objects: kind, doers, date and details.
  public Phrase done(Act act) {
    List<Phrase> parts = new ArrayList<>();
    parts.add(
        messages.say(
            "act.does",
            "act",
            Phrase.link(act.id(), kind(act.kind())),
            "named",
            !act.by().isEmpty(),
            "parties",
            names.parties(act.by()),
            "date",
            act.date()));
    parts.addAll(details(act));
    return joined(parts);
  }

  /// The same, with its objects before it.
  public Phrase full(Act act) {
    return messages.say(
        "act.of",
        "subjects",
        messages.all(act.of().stream().map(this::of).toList()),
        "act",
        done(act));
  }

  private Phrase joined(List<Phrase> parts) {
    List<Phrase.Run> runs = new ArrayList<>();
    for (Phrase part : parts) {
      if (!runs.isEmpty()) {
        runs.addAll(Phrase.of(", ").runs());
      }
      runs.addAll(part.runs());
    }
    return new Phrase(runs);
  }

  /// The vote, the share, the finders, the new end and the version, as far as they are given.
  public List<Phrase> details(Act act) {
    List<Phrase> details = new ArrayList<>();
    Ballot vote = act.vote();
    if (vote != null) {
      details.addAll(vote(vote));
    }
    if (act.share() != null) {
      String unit = act.unit();
      details.add(
          messages.say(
              "act.share",
              "share",
              act.share(),
              "unit",
              new Messages.Select(unit == null ? "none" : "given"),
              "unitName",
              unit == null ? "" : unit));
    }
    if (!act.foundBy().isEmpty()) {
      details.add(messages.say("act.found-by", "parties", names.parties(act.foundBy())));
    }
    if (act.until() != null) {
      details.add(messages.say("act.until", "date", act.until()));
    }
    if (act.version() != null) {
      details.add(messages.say("act.version", "version", act.version()));
    }
    return details;
  }

  /// The result of a vote, the share in favour and the turnout.
  public List<Phrase> vote(Ballot vote) {
    List<Phrase> details = new ArrayList<>();
    details.add(messages.say("act.vote", "carried", vote.carried()));
    if (vote.inFavour() != null && vote.against() != null) {
      details.add(
          messages.say("act.vote.counts", "inFavour", vote.inFavour(), "against", vote.against()));
    }
    vote.favour()
        .ifPresent(
            share -> details.add(messages.say("act.vote.favour", "percent", percent(share))));
    vote.turnout()
        .ifPresent(
            share -> details.add(messages.say("act.vote.turnout", "percent", percent(share))));
    return details;
  }

  private static BigDecimal percent(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }

  /// The object of an act.
  public Phrase of(ActSubject subject) {
    return switch (subject) {
      case InstrumentId id -> names.subject(id);
      case PointId id -> names.subject(id);
      case StepId id -> Phrase.link(id, view.get(id).title().text());
      case GuaranteeId id -> Phrase.link(id, view.get(id).title().text());
    };
  }

  /// The state of an instrument: "in force, 1 December 2016".
  public Phrase state(InstrumentState state) {
    ActLedger.Entry by = state.by();
    return messages.say(
        "act.state",
        "phase",
        messages.say("act.phase", "phase", state.phase()),
        "dated",
        by != null,
        "date",
        by == null ? "" : by.act().date(),
        "versioned",
        state.version() != null,
        "version",
        state.version() == null ? "" : state.version().version());
  }

  /// An instrument and its state in a sentence.
  public Phrase headline(InstrumentState state) {
    return messages.say(
        "act.headline", "instrument", names.subject(state.instrument()), "state", state(state));
  }

  /// The instrument with the most points; of several, the first.
  private InstrumentState main(List<InstrumentState> states) {
    Map<InstrumentId, Integer> points = new HashMap<>();
    view.points().forEach(point -> points.merge(point.instrument(), 1, Integer::sum));
    InstrumentState main = states.getFirst();
    for (InstrumentState each : states) {
      main =
          points.getOrDefault(each.instrument(), 0) > points.getOrDefault(main.instrument(), 0)
              ? each
              : main;
    }
    return main;
  }

  /// The status of something to be carried out.
  public Phrase status(Performance performance) {
    return messages.say("act.status", "status", performance.status());
  }

  /// The state of the instrument with the most points, and the degree of implementation.
  public Answer summary(ActLedger ledger) {
    List<InstrumentState> states =
        ledger.states().stream().filter(each -> each.phase() != InstrumentPhase.NONE).toList();
    Implementation implementation = ledger.implementation(null);
    List<Phrase> rest = new ArrayList<>();
    if (states.size() > 1) {
      rest.add(messages.say("act.headline.others", "count", states.size() - 1));
    }
    if (implementation.performances().stream()
        .anyMatch(each -> each.status() != Performance.Status.NOT_BEGUN)) {
      rest.add(
          messages.say(
              "act.implementation",
              "done",
              implementation.done(),
              "total",
              implementation.total()));
    }
    if (states.isEmpty()) {
      return rest.isEmpty()
          ? Answer.of(messages.say("act.nothing"))
          : new Answer(rest.getFirst(), rest.subList(1, rest.size()));
    }
    InstrumentState first = main(states);
    return new Answer(headline(first), rest);
  }
}
