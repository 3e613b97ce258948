package org.parley.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Confidence;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.wording.ActWording;
import org.parley.wording.Messages;

/// The record that a stance, a contradiction or a change rests on: a claim or an act. Acts of
/// earlier case files stand in an instrument or a step.
///
/// @param address where it is shown
/// @param label who said or did it, and when
/// @param words the words of a claim; what was done
/// @param isQuoted whether the words are a quotation
/// @param source its sources
/// @param confidence the analyst's confidence in a claim; null if none is on record
/// @param visibility who sees it
public record Evidence(
    String address,
    String label,
    String words,
    boolean isQuoted,
    List<SourceId> source,
    @Nullable Confidence confidence,
    Visibility visibility) {

  /// The evidence in a record.
  public static Evidence of(CaseView view, Id record) {
    CaseRecord found =
        view.find(record).orElseThrow(() -> new IllegalStateException("no record " + record));
    return switch (found) {
      case Claim claim ->
          new Evidence(
              Link.to(claim.id()),
              Say.text("evidence.label", "name", claim.speaker(), "date", Say.date(claim.said())),
              claim.words(),
              claim.quote() != null,
              claim.source(),
              claim.confidence(),
              claim.visibility());
      case Act act -> {
        ActWording wording = new ActWording(Messages.current(), view);
        yield new Evidence(
            Link.to(act.id()),
            wording.done(act).text(),
            wording.full(act).text(),
            false,
            act.source(),
            null,
            act.visibility());
      }
      case Instrument instrument ->
          new Evidence(
              address(instrument.id()),
              instrument.title().text(),
              instrument.title().text(),
              false,
              instrument.source(),
              null,
              instrument.visibility());
      case Step step ->
          new Evidence(
              address(step.id()),
              step.title().text(),
              step.title().text(),
              false,
              step.source(),
              null,
              step.visibility());
      default -> throw new IllegalStateException("a stance rests on " + record);
    };
  }

  /// The sources of the evidence in a record, without its words.
  public static List<SourceId> sources(CaseView view, Id record) {
    CaseRecord found =
        view.find(record).orElseThrow(() -> new IllegalStateException("no record " + record));
    return switch (found) {
      case Claim claim -> claim.source();
      case Act act -> act.source();
      case Instrument instrument -> instrument.source();
      case Step step -> step.source();
      default -> throw new IllegalStateException("a stance rests on " + record);
    };
  }

  /// Where a record of an act, or its object, is shown.
  public static String address(Id record) {
    return switch (record) {
      case ClaimId id -> Link.to(id);
      case ActId id -> Link.to(id);
      case PointId id -> Link.to(id);
      case InstrumentId id -> Link.to(Address.INSTRUMENTS) + "#" + id;
      case StepId id -> Link.to(Address.SEQUENCE) + "#step-" + id;
      case GuaranteeId id -> Link.to(Address.GUARANTEES) + "#" + id;
      default -> throw new IllegalStateException("nothing is done to " + record);
    };
  }

  /// The evidence in several records.
  public static List<Evidence> all(CaseView view, List<? extends Id> records) {
    return records.stream().map(each -> of(view, each)).toList();
  }
}
