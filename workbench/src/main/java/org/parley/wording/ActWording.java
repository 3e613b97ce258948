package org.parley.wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.parley.model.claim.Share;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.vote.Threshold;
import org.parley.model.vote.VoteRule;
import org.parley.sequence.Lateness;

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
      details.add(share(act.share(), act.unit()));
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

  /// The requirements of a rule, a phrase a part: "a majority of 52 was not reached, with 50".
  public List<Phrase> requirements(Ballot vote) {
    List<Phrase> all = new ArrayList<>();
    VoteRule rule = vote.needs() == null ? VoteRule.SIMPLE_MAJORITY : vote.needs();
    for (Ballot.VoteRequirement each : vote.requirements()) {
      all.add(
          messages.say(
              "act.vote.requirement",
              "kind",
              each.kind(),
              "base",
              rule.base(),
              "qualified",
              rule.qualified() != null,
              "share",
              share(each, rule),
              "known",
              each.needed().isPresent(),
              "needed",
              each.needed().orElse(0L),
              "reached",
              new Messages.Select(each.isReached().map(Object::toString).orElse("unknown")),
              "there",
              each.counted().orElse(0L)));
    }
    if (vote.isContradicted()) {
      all.add(messages.say("act.vote.contradicted"));
    }
    return all;
  }

  private static Object share(Ballot.VoteRequirement requirement, VoteRule rule) {
    Threshold share =
        switch (requirement.kind()) {
          case MAJORITY -> rule.qualified();
          case QUORUM -> rule.quorum();
          case SUPPORT -> rule.support();
        };
    return share == null ? "" : share;
  }

  /// How far something was carried out: status, day, share, delay, and who checked or refused it.
  ///
  /// @param late how late it is; null if it is not
  public Phrase performance(Performance performance, @Nullable Lateness late) {
    List<Phrase> parts = new ArrayList<>();
    parts.add(status(performance));
    if (performance.date() != null) {
      parts.add(Phrase.of(messages.dates().say(performance.date())));
    }
    if (performance.share() != null) {
      parts.add(share(performance.share(), performance.unit()));
    }
    if (late != null) {
      parts.addAll(late(late));
    }
    if (!performance.verifiedBy().isEmpty()) {
      parts.add(
          messages.say("act.verified-by", "parties", names.parties(performance.verifiedBy())));
    }
    return joined(parts);
  }

  /// How late it was, and since when the rest is overdue.
  public List<Phrase> late(Lateness late) {
    List<Phrase> parts = new ArrayList<>();
    if (late.leastDays() > 0) {
      parts.add(
          messages.say(
              "act.late",
              "exact",
              late.leastDays() == late.mostDays(),
              "least",
              late.leastDays(),
              "most",
              late.mostDays()));
    }
    LocalDate since = late.overdueSince();
    if (since != null) {
      parts.add(messages.say("act.overdue", "day", since, "part", late.leastDays() > 0));
    }
    return parts;
  }

  /// A share with its unit: "750 of 1,027 arms caches".
  public Phrase share(Share share, @Nullable String unit) {
    return messages.say(
        "act.share",
        "share",
        share,
        "unit",
        new Messages.Select(unit == null ? "none" : "given"),
        "unitName",
        unit == null ? "" : unit);
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
    details.addAll(requirements(vote));
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
        state.version() == null ? "" : state.version().version(),
        "awaited",
        !state.awaiting().isEmpty() && state.phase().compareTo(InstrumentPhase.RATIFIED) < 0,
        "approved",
        names.parties(state.ratifiedBy()),
        "awaiting",
        names.parties(state.awaiting()));
  }

  /// An instrument and its state in a sentence.
  public Phrase headline(InstrumentState state) {
    return messages.say(
        "act.headline", "instrument", names.subject(state.instrument()), "state", state(state));
  }

  /// The instrument with the most points; of several, the first.
  InstrumentState main(List<InstrumentState> states) {
    Map<InstrumentId, Integer> points = new HashMap<>();
    view.points().stream()
        .filter(view::isCounted)
        .forEach(point -> points.merge(point.instrument(), 1, Integer::sum));
    InstrumentState main = states.getFirst();
    for (InstrumentState each : states) {
      main =
          points.getOrDefault(each.instrument(), 0) > points.getOrDefault(main.instrument(), 0)
              ? each
              : main;
    }
    return main;
  }

  /// The states with a phase: those that no longer stand first, then those with the most points.
  public List<InstrumentState> inOrder(List<InstrumentState> states) {
    Map<InstrumentId, Integer> points = new HashMap<>();
    view.points().stream()
        .filter(view::isCounted)
        .forEach(point -> points.merge(point.instrument(), 1, Integer::sum));
    return states.stream()
        .filter(each -> each.phase() != InstrumentPhase.NONE)
        .sorted(
            Comparator.comparingInt((InstrumentState each) -> each.phase().isOver() ? 0 : 1)
                .thenComparingInt(each -> -points.getOrDefault(each.instrument(), 0)))
        .toList();
  }

  /// The status of something to be carried out.
  public Phrase status(Performance performance) {
    return messages.say(
        "act.status",
        "status",
        performance.status(),
        "late",
        performance.isLate(),
        "named",
        !performance.refusedBy().isEmpty() || !performance.breachedBy().isEmpty(),
        "parties",
        names.parties(
            performance.status() == Performance.Status.REFUSED
                ? performance.refusedBy()
                : performance.breachedBy()));
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
