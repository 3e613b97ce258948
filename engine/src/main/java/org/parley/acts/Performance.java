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

/// How far something was carried out by a day.
///
/// @param of the instrument, point, step or guarantee
/// @param status the status by its latest act
/// @param date the date of that act; null if there is none
/// @param share the share performed by the latest act that gives one; null if in full or not begun
/// @param unit the unit of the share
/// @param verifiedBy the bodies that verified it, in order
/// @param breachedBy the parties that breached it, in order
/// @param acts the acts of implementation, by date
public record Performance(
    ActSubject of,
    Status status,
    @Nullable Edtf date,
    @Nullable Share share,
    @Nullable String unit,
    List<PartyId> verifiedBy,
    List<PartyId> breachedBy,
    List<Entry> acts) {

  /// The status of something to be carried out.
  public enum Status {
    NOT_BEGUN,
    IN_PART,
    PERFORMED,
    PERFORMED_LATE,
    BREACHED
  }

  public Performance {
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
        verifiedBy,
        breachedBy,
        List.of(entry));
  }

  /// Whether an act carries its objects out in full.
  static boolean isInFull(Act act) {
    return (act.kind() == ActKind.PERFORMED || act.kind() == ActKind.PERFORMED_LATE)
        && isFull(act.share());
  }

  /// Whether a share is the whole.
  private static boolean isFull(@Nullable Share share) {
    return share == null || share.fraction().map(each -> each.part() == each.whole()).orElse(false);
  }

  static Performance of(ActSubject subject, List<Entry> standing) {
    List<Entry> acts = new ArrayList<>();
    Set<PartyId> verifiedBy = new LinkedHashSet<>();
    Set<PartyId> breachedBy = new LinkedHashSet<>();
    Status status = Status.NOT_BEGUN;
    Edtf date = null;
    Share share = null;
    String unit = null;
    for (Entry each : standing) {
      Act act = each.act();
      if (!act.kind().isOfImplementation()) {
        continue;
      }
      acts.add(each);
      if (act.kind() == ActKind.VERIFIED) {
        verifiedBy.addAll(each.recorded().by());
        continue;
      }
      date = act.date();
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
        subject, status, date, share, unit, List.copyOf(verifiedBy), List.copyOf(breachedBy), acts);
  }
}
