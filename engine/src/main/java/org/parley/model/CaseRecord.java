package org.parley.model;

import java.util.function.UnaryOperator;
import org.parley.model.act.Act;
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

/// A record of a case. The components are the keys of its text form, by the same names.
public sealed interface CaseRecord
    permits Party,
        Instrument,
        Point,
        Source,
        Claim,
        Item,
        Forecast,
        Meeting,
        Act,
        Place,
        Position,
        Step,
        Term,
        Demand,
        Baseline,
        Linkage,
        Guarantee,
        Contribution,
        Need,
        Incident,
        LogEntry,
        CoverageQuestion,
        Indicator,
        Round,
        TabledPackage,
        PairwiseComparison,
        Comment,
        Task {

  Id id();

  /// The readers who may know that this record exists.
  Visibility visibility();

  /// This record with its names, titles and quotations changed; itself if it has none.
  default CaseRecord withNames(UnaryOperator<LocalizedText> names) {
    return this;
  }

  /// This record without the parts invisible to `viewer`. The record itself must be visible.
  default CaseRecord visiblePartFor(Viewer viewer) {
    return this;
  }
}
