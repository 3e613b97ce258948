package org.parley.exact;

import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.bargain.zone.Zones;
import org.parley.guarantees.coverage.Coverage;
import org.parley.outlook.BaseRates;
import org.parley.outlook.DoneCounts;
import org.parley.outlook.ForecastTally;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.ways.TalksWays;
import org.parley.reference.PrecedentCounts;
import org.parley.sequence.control.Closure;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.Derivation;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;
import org.parley.sources.WeakestSources;

/// Lets a finding be checked without the search that made it.
///
/// The lists of permitted types are the catalogue of all certificates. Each is a record that states
/// what it proves, and `org.parley.check` has a checker for each. Its switch over this type has no
/// default, so a certificate without a checker does not compile. An exhaustive search without a
/// certificate is [Finding.Exhausted].
public sealed interface Certificate {

  /// States an answer.
  sealed interface OfAnswer extends Certificate
      permits Bridges.Lowered,
          Clashes,
          FrontierCertificate,
          ExtremeCertificate,
          SolutionCertificate,
          SelectedCertificate,
          Zones.BySigners,
          Zones.Counted,
          Coverage.Proof,
          BaseRates.Computed,
          BaseRates.Tabled,
          DoneCounts.YearsCounted,
          PrecedentCounts.CountedPrecedents,
          ForecastTally.Tallied,
          PlanForecasts.Simulated,
          EventStudy.Ranked,
          TalksWays.Branched,
          WeakestSources.Smallest,
          Closure,
          ControlledPlan.Controllable,
          ExchangeOrder.Least,
          KnotsCompleteness,
          WaysOut.Untied,
          Plans.Planned,
          Slip.Moved {}

  /// States that there is no answer.
  sealed interface OfNone extends Certificate
      permits NothingAcceptable,
          BaseRates.NoneCounts,
          EventStudy.NoWindow,
          TalksWays.NothingOpen,
          ControlledPlan.Uncontrollable,
          Derivation,
          Knots.Tied,
          Plans.Prevented,
          Slip.Broken {}
}
