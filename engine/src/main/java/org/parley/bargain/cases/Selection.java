package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;

/// Restricts a problem to some parties.
final class Selection {

  private Selection() {}

  static PackageProblem of(PackageProblem all, int parties) {
    List<Problem.Party> chosen = new ArrayList<>();
    List<PackageProblem.Seat> seats = new ArrayList<>();
    int[] indexOf = new int[all.seats().size()];
    for (int party = 0; party < indexOf.length; party++) {
      indexOf[party] = -1;
      if (((parties >> party) & 1) == 1) {
        indexOf[party] = chosen.size();
        chosen.add(all.problem().parties().get(party));
        seats.add(all.seats().get(party));
      }
    }
    List<PackageProblem.NamedLinkage> named =
        new ArrayList<>(all.linkages().subList(0, all.problem().linkages().size()));
    List<JointWorth> joint = new ArrayList<>();
    for (int index = 0; index < all.problem().jointWorths().size(); index++) {
      JointWorth each = all.problem().jointWorths().get(index);
      if (indexOf[each.party()] >= 0) {
        joint.add(new JointWorth(indexOf[each.party()], each.when(), each.worth()));
        named.add(all.linkages().get(all.problem().linkages().size() + index));
      }
    }
    return new PackageProblem(
        new Problem(
            chosen,
            all.problem().points(),
            all.problem().linkages(),
            joint,
            SigningRule.all(chosen.size())),
        seats,
        all.matters(),
        named,
        List.of(),
        all.approvals(),
        all.notes());
  }
}
