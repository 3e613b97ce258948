package org.parley.acts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.ActSubject;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;

/// The past events of instruments and the dates of steps of an earlier case file, as acts.
///
/// Expected events stay: they have not happened. Events and dates without a source stay as well,
/// since an act needs one.
///
/// @param acts the acts made
/// @param changed the instruments and steps without what became an act
/// @param left the instruments and steps of which something stays for want of a source
public record Migration(List<Act> acts, List<CaseRecord> changed, List<Id> left) {

  private static final int LONGEST_ID = 64;

  public Migration {
    acts = List.copyOf(acts);
    changed = List.copyOf(changed);
    left = List.copyOf(left);
  }

  /// The migration of a case, as the mediator sees it. Cost: linear in the records.
  public static Migration of(CaseView all) {
    return new Maker(all).make();
  }

  private static final class Maker {

    private final CaseView all;
    private final Set<String> taken = new HashSet<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<CaseRecord> changed = new ArrayList<>();
    private final List<Id> left = new ArrayList<>();

    Maker(CaseView all) {
      this.all = all;
      all.records()
          .forEach(
              each ->
                  References.of((Record) each).stream()
                      .filter(References.Mention::declares)
                      .forEach(mention -> taken.add(mention.id().value())));
    }

    Migration make() {
      all.instruments().forEach(this::instrument);
      for (Step step : all.steps()) {
        if (step.happened() != null) {
          step(step, step.happened());
        }
      }
      return new Migration(acts, changed, left);
    }

    private void instrument(Instrument instrument) {
      List<InstrumentEvent> stay = new ArrayList<>();
      for (InstrumentEvent event : instrument.status()) {
        List<SourceId> source = event.source().isEmpty() ? instrument.source() : event.source();
        if (event.expected()) {
          stay.add(event);
        } else if (source.isEmpty()) {
          stay.add(event);
          left.add(instrument.id());
        } else {
          acts.add(
              act(
                  instrument.id(),
                  Acts.kind(event.event()),
                  event.date(),
                  event.known(),
                  event.by(),
                  instrument.id(),
                  source,
                  instrument.visibility()));
        }
      }
      if (stay.size() < instrument.status().size()) {
        changed.add(
            new Instrument(
                instrument.id(),
                instrument.title(),
                instrument.shortName(),
                instrument.summary(),
                instrument.kind(),
                instrument.partOf(),
                instrument.signatories(),
                instrument.signing(),
                instrument.rule(),
                stay,
                instrument.known(),
                instrument.versions(),
                instrument.source(),
                instrument.visibility()));
      }
    }

    private void step(Step step, Edtf happened) {
      if (isEventOfInstrument(step, happened)) {
        changed.add(open(step));
        return;
      }
      if (step.source().isEmpty()) {
        left.add(step.id());
        return;
      }
      acts.add(
          act(
              step.id(),
              ActKind.PERFORMED,
              happened,
              null,
              step.by(),
              step.id(),
              step.source(),
              step.visibility()));
      changed.add(open(step));
    }

    /// Whether an act of the instrument says it already.
    private boolean isEventOfInstrument(Step step, Edtf happened) {
      return step.instrument() != null
          && step.event() != null
          && acts.stream()
              .anyMatch(
                  each ->
                      each.kind() == Acts.kind(step.event())
                          && each.date().equals(happened)
                          && each.by().containsAll(step.by())
                          && each.of().contains(step.instrument()));
    }

    private static Step open(Step step) {
      return new Step(
          step.id(),
          step.title(),
          step.instrument(),
          step.event(),
          step.by(),
          step.verifiedBy(),
          step.duration(),
          null,
          step.irreversible(),
          step.worth(),
          step.progress(),
          step.places(),
          step.topics(),
          step.source(),
          step.assumed(),
          step.visibility());
    }

    private Act act(
        Id record,
        ActKind kind,
        Edtf date,
        @Nullable Edtf known,
        List<PartyId> by,
        ActSubject of,
        List<SourceId> source,
        Visibility visibility) {
      return Act.of(
          id(record, "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          kind,
          date,
          known,
          by,
          List.of(of),
          source,
          visibility);
    }

    private ActId id(Id record, String end) {
      String start = record.value();
      for (int i = 1; ; i++) {
        String whole = end + (i == 1 ? "" : "-" + i);
        String id =
            start.substring(0, Math.min(start.length(), LONGEST_ID - whole.length())) + whole;
        if (taken.add(id)) {
          return new ActId(id);
        }
      }
    }
  }
}
