package org.parley.acts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger.Entry;
import org.parley.model.ActSubject;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.step.StepId;

/// How far something was carried out by a day.
///
/// @param of the instrument, point, step or guarantee
/// @param status the status by its latest act
/// @param date the date of that act; null if there is none
/// @param share the share performed by the latest act that gives one; null if in full or not begun
/// @param unit the unit of the share
/// @param isLate whether the latest performance was recorded as late
/// @param refusedBy the bodies that refused it, if their refusal is its latest act
/// @param verifiedBy the bodies that verified it, in order
/// @param breachedBy the parties that breached it, in order
/// @param acts the acts of implementation, by date
public record Performance(
    ActSubject of,
    Status status,
    @Nullable Edtf date,
    @Nullable Share share,
    @Nullable String unit,
    boolean isLate,
    List<PartyId> refusedBy,
    List<PartyId> verifiedBy,
    List<PartyId> breachedBy,
    List<Entry> acts) {

  /// The status of something to be carried out.
  public enum Status {
    NOT_BEGUN,
    IN_PART,
    PERFORMED,
    PERFORMED_LATE,
    /// Put to a vote and refused.
    REFUSED,
    BREACHED
  }

  public Performance {
    refusedBy = List.copyOf(refusedBy);
    verifiedBy = List.copyOf(verifiedBy);
    breachedBy = List.copyOf(breachedBy);
    acts = List.copyOf(acts);
  }

  /// Whether it was carried out in full.
  public boolean isDone() {
    return status == Status.PERFORMED || status == Status.PERFORMED_LATE;
  }

  /// The same, completed by the event of an instrument.
  Performance completedBy(Entry entry) {
    return new Performance(
        of,
        Status.PERFORMED,
        entry.act().date(),
        null,
        null,
        false,
        List.of(),
        verifiedBy,
        breachedBy,
        List.of(entry));
  }

  /// Whether an act carries its objects out in full.
  static boolean isInFull(Act act) {
    return act.kind().isPerformance() && isFull(act.share());
  }

  /// Whether a share is the whole.
  private static boolean isFull(@Nullable Share share) {
    return share == null || share.isFull();
  }

  /// Whether an act refuses a step: a law that its chamber voted down was not carried out.
  private static boolean isRefusal(ActSubject subject, Act act) {
    return subject instanceof StepId && act.consent() == ActKind.Consent.REFUSED;
  }

  static Performance of(ActSubject subject, List<Entry> standing) {
    List<Entry> acts = new ArrayList<>();
    Set<PartyId> verifiedBy = new LinkedHashSet<>();
    Set<PartyId> breachedBy = new LinkedHashSet<>();
    Status status = Status.NOT_BEGUN;
    Edtf date = null;
    Share share = null;
    String unit = null;
    boolean isLate = false;
    List<PartyId> refusedBy = List.of();
    for (Entry each : standing) {
      Act act = each.act();
      if (isRefusal(subject, act)) {
        acts.add(each);
        date = act.date();
        share = null;
        unit = null;
        isLate = false;
        refusedBy = each.recorded().by();
        status = Status.REFUSED;
        continue;
      }
      if (!act.kind().isOfImplementation()) {
        continue;
      }
      acts.add(each);
      if (act.kind() == ActKind.VERIFIED) {
        verifiedBy.addAll(each.recorded().by());
        continue;
      }
      date = act.date();
      refusedBy = List.of();
      isLate = act.kind() == ActKind.PERFORMED_LATE;
      if (act.kind() == ActKind.BREACHED) {
        breachedBy.addAll(each.recorded().by());
        status = Status.BREACHED;
        continue;
      }
      share = isFull(act.share()) ? null : act.share();
      unit = share == null ? null : act.unit();
      status =
          share != null
              ? Status.IN_PART
              : act.kind() == ActKind.PERFORMED_LATE ? Status.PERFORMED_LATE : Status.PERFORMED;
    }
    return new Performance(
        subject,
        status,
        date,
        share,
        unit,
        isLate,
        refusedBy,
        List.copyOf(verifiedBy),
        List.copyOf(breachedBy),
        acts);
  }
}
