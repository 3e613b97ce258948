package org.parley.round;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.PointId;

/// The moves from one version of a package to the next, and by whom.
///
/// @param by the party that moved it; null for the mediator
/// @param moves the changed points, those of the later version first
public record VersionChanges(@Nullable PartyId by, List<ProvisionMove> moves) {

  public VersionChanges {
    moves = List.copyOf(moves);
  }

  /// A point whose provision changed.
  ///
  /// @param before the earlier provision; null if there was none
  /// @param after the later provision; null if there is none any more
  public record ProvisionMove(
      PointId point, @Nullable TabledProvision before, @Nullable TabledProvision after) {}

  /// The moves of a version.
  public static VersionChanges of(TabledPackage earlier, TabledPackage later) {
    Set<PointId> points = new LinkedHashSet<>();
    later.provisions().forEach(each -> points.add(each.point()));
    earlier.provisions().forEach(each -> points.add(each.point()));
    List<ProvisionMove> moves = new ArrayList<>();
    for (PointId each : points) {
      TabledProvision before = earlier.on(each).orElse(null);
      TabledProvision after = later.on(each).orElse(null);
      if (before == null || !before.equals(after)) {
        moves.add(new ProvisionMove(each, before, after));
      }
    }
    return new VersionChanges(later.author(), moves);
  }
}
