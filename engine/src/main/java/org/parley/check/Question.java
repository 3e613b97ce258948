package org.parley.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.parley.bargain.Problem;
import org.parley.bargain.solve.Solution;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.coverage.Coverage;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Contribution;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.BaseRate;
import org.parley.outlook.ForecastTally;
import org.parley.outlook.eventstudy.Reading;
import org.parley.outlook.plan.TimedPlan;
import org.parley.outlook.ways.Talks;
import org.parley.reference.AccordYear;
import org.parley.reference.PrecedentSource;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.UncertainNetwork;

/// The subject of a finding.
public sealed interface Question {

  /// A problem of packages.
  record Packages(Problem problem) implements Question {}

  /// A package on the table, and the rule that chooses among those worse for nobody.
  ///
  /// @param problem the problem; its baselines do not count
  /// @param table the option of each point in the package
  /// @param rule leximin, Nash or utilitarian; where every product of gains is zero, Nash is
  ///   leximin
  record Improvement(Problem problem, List<Integer> table, Solution.Kind rule) implements Question {
    public Improvement {
      table = List.copyOf(table);
    }
  }

  /// A problem of steps in time. In findings about dates, no step begins before the origin unless
  /// the problem says otherwise.
  record Sequence(SequenceProblem problem) implements Question {}

  /// A network of moments, some decided by others.
  record Network(UncertainNetwork network) implements Question {}

  /// The rows of a collection of agreements.
  record Outlook(AgreementCollection collection) implements Question {}

  /// A table of shares computed elsewhere, without the rows.
  ///
  /// @param sha256 that of its text, in lower case
  record RateTable(List<BaseRate> rates, String sha256) implements Question {
    public RateTable {
      rates = List.copyOf(rates);
    }
  }

  /// The rows of the collection of accords followed year by year.
  record Accords(List<AccordYear> rows) implements Question {
    public Accords {
      rows = List.copyOf(rows);
    }
  }

  /// Topics, and the files whose rows or figures they are counted in. The files are named alone:
  /// what they hold is not part of a finding.
  record Precedents(List<String> codes, List<PrecedentSource.SourceFile> files)
      implements Question {
    public Precedents {
      codes = List.copyOf(codes);
      files = List.copyOf(files);
    }
  }

  /// A plan with how the time of each step is drawn.
  record Forecast(TimedPlan plan) implements Question {}

  /// The values of a series, and the days of events.
  record Events(List<Reading> readings, List<LocalDate> days) implements Question {
    public Events {
      readings = List.copyOf(readings);
      days = List.copyOf(days);
    }
  }

  /// The outcomes of questions, and the chances that were given before.
  record Scores(ForecastTally.ForecastFacts facts) implements Question {}

  /// A case, and an answer about it.
  ///
  /// @param answer a pure function with an answer that has `equals`; it may search
  record Sources(CaseView view, Function<CaseView, ?> answer) implements Question {}

  /// The texts of talks, with the barriers to their signature.
  record Ways(Talks talks) implements Question {}

  /// The threats and moments that guarantees may answer.
  record Guarantees(
      Coverage.Question asked, List<Commitment> commitments, List<Contribution> contributions)
      implements Question {
    public Guarantees {
      commitments = List.copyOf(commitments);
      contributions = List.copyOf(contributions);
    }
  }
}
