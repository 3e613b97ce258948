package org.parley.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.parley.cli.BriefCommand;
import org.parley.cli.CheckCommand;
import org.parley.cli.Cli;
import org.parley.cli.MergeCommand;
import org.parley.cli.MigrateCommand;
import org.parley.cli.NewCommand;
import org.parley.cli.OpenApiCommand;
import org.parley.cli.OpenCommand;
import org.parley.cli.SchemaCommand;
import org.parley.cli.TemplateCommand;
import org.parley.cli.VerifyFindingCommand;
import org.parley.cli.board.ActsCommand;
import org.parley.cli.board.AskCommand;
import org.parley.cli.board.BoardCommand;
import org.parley.cli.board.SourcesCommand;
import org.parley.cli.board.TimelineCommand;
import org.parley.cli.cluster.ClusterCommand;
import org.parley.cli.export.ExportCommand;
import org.parley.cli.export.ExportTextCommand;
import org.parley.cli.export.FindingsCommand;
import org.parley.cli.export.PublishCommand;
import org.parley.cli.export.RedlineCommand;
import org.parley.cli.export.TableCommand;
import org.parley.cli.export.VerifyPublicationCommand;
import org.parley.cli.guarantees.GuaranteesCommand;
import org.parley.cli.imports.ImportCommand;
import org.parley.cli.indicators.IndicatorsCommand;
import org.parley.cli.journal.AnchorCommand;
import org.parley.cli.journal.BackupCommand;
import org.parley.cli.journal.EraseCommand;
import org.parley.cli.journal.HistoryCommand;
import org.parley.cli.journal.JournalCommand;
import org.parley.cli.journal.RecordCommand;
import org.parley.cli.journal.RepairCommand;
import org.parley.cli.journal.RestoreCommand;
import org.parley.cli.journal.RoundLogCommand;
import org.parley.cli.journal.UndoCommand;
import org.parley.cli.journal.UpgradeCommand;
import org.parley.cli.journal.VerifyCommand;
import org.parley.cli.journal.WorkCommand;
import org.parley.cli.outlook.OutlookCommand;
import org.parley.cli.outlook.SealCommand;
import org.parley.cli.packages.BridgesCommand;
import org.parley.cli.packages.ElicitCommand;
import org.parley.cli.packages.PackagesCommand;
import org.parley.cli.packages.PivotsCommand;
import org.parley.cli.packages.RehearseCommand;
import org.parley.cli.read.ReadCommand;
import org.parley.cli.reference.PassagesCommand;
import org.parley.cli.reference.PrecedentsCommand;
import org.parley.cli.reference.ReferenceCommand;
import org.parley.cli.round.RoundsCommand;
import org.parley.cli.round.VerifyAccordCommand;
import org.parley.cli.round.WaitingCommand;
import org.parley.cli.sequence.SequenceCommand;
import org.parley.cli.team.AccountCommand;
import org.parley.cli.team.CasesCommand;
import org.parley.cli.team.ConfigCommand;
import org.parley.cli.team.NoticesCommand;
import org.parley.cli.team.ServeCommand;
import org.parley.cli.team.StatusCommand;
import org.parley.cli.veto.VerifyRoundCommand;
import org.parley.cli.veto.VetoCommand;
import org.parley.cli.watch.WatchCommand;
import org.parley.cli.work.CommentsCommand;
import org.parley.cli.work.TasksCommand;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.job.ClusterLibrary;
import org.parley.web.api.Api;
import org.parley.web.api.ServerLines;
import org.parley.web.brief.BriefPrinter;

/// The program: wires every command with its dependencies and runs the requested one.
public final class Parley {

  private Parley() {}

  /// Runs a command and ends with its exit code.
  public static void main(String[] arguments) {
    // Libraries fold case and write digits in the default locale.
    Locale.setDefault(Locale.ROOT);
    RequestThreads.share();
    ShutdownHook ending = new ShutdownHook();
    int code = cli(System.getenv(), ending).run(arguments);
    ending.reach();
    System.exit(code);
  }

  /// The command line with its dependencies.
  ///
  /// @param ending stops long-running commands
  static Cli cli(Map<String, String> environment, ShutdownHook ending) {
    return new Cli(
        List.of(
            new OpenCommand(
                (folder, port, key) -> LocalWorkbench.serve(folder, port, key, environment),
                new Browser(environment)::open,
                example(),
                environment),
            new NewCommand(),
            new TemplateCommand(),
            new ServeCommand((plan, out) -> TeamServer.serve(plan, out, environment), environment),
            new ConfigCommand(environment),
            new StatusCommand(environment),
            new NoticesCommand(InstantSource.system(), environment),
            new CasesCommand(System.in, InstantSource.system(), environment),
            new AccountCommand(System.in, InstantSource.system(), environment),
            new BoardCommand(),
            new ActsCommand(),
            new SourcesCommand(),
            new TimelineCommand(),
            new AskCommand(),
            new OutlookCommand(ReferenceShelf.of(environment), new MemoFiles()),
            new SealCommand(),
            new IndicatorsCommand(),
            new RoundsCommand(),
            new WaitingCommand(InstantSource.system()),
            new CommentsCommand(),
            new TasksCommand(InstantSource.system()),
            new WorkCommand(environment, InstantSource.system()),
            new BriefCommand(new Briefings()),
            new CheckCommand(),
            new MergeCommand(),
            new MigrateCommand(),
            new SchemaCommand(),
            new OpenApiCommand(Api::text, ServerLines::text),
            new SequenceCommand(),
            new ImportCommand(),
            new RecordCommand(Clock.systemUTC(), environment),
            new HistoryCommand(environment),
            new RoundLogCommand(Clock.systemUTC(), environment),
            new VerifyCommand(environment),
            new AnchorCommand(InstantSource.system(), environment),
            new BackupCommand(InstantSource.system(), environment),
            new UpgradeCommand(environment),
            new JournalCommand(environment),
            new RestoreCommand(environment),
            new UndoCommand(Clock.systemUTC(), environment),
            new RepairCommand(Clock.systemUTC(), environment),
            new EraseCommand(Clock.systemUTC(), environment),
            new ExportCommand(),
            new ExportTextCommand(BriefPrinter::pdf),
            new TableCommand(new CasePages(ReferenceShelf.of(environment))),
            new RedlineCommand(),
            new PublishCommand(new Publications(), InstantSource.system(), environment),
            new VerifyPublicationCommand(),
            new FindingsCommand(ReferenceShelf.of(environment)),
            new VerifyFindingCommand(ReferenceShelf.of(environment)),
            new VetoCommand(),
            new VerifyRoundCommand(),
            new VerifyAccordCommand(),
            new PackagesCommand(),
            new BridgesCommand(InstantSource.system()),
            new PivotsCommand(),
            new ElicitCommand(System.in),
            new RehearseCommand(),
            new ClusterCommand(
                () -> ServiceLoader.load(ClusterLibrary.class).findFirst(),
                ReferenceShelf.of(environment)),
            new GuaranteesCommand(),
            new WatchCommand(System.in, InstantSource.system(), ending),
            new ReferenceCommand(ReferenceShelf.of(environment)),
            new PrecedentsCommand(ReferenceShelf.of(environment)),
            new PassagesCommand(ReferenceShelf.of(environment)),
            new ReadCommand(System.in, ReadingSettings::reader, environment)),
        List.of("open"),
        environment);
  }

  /// The default case; `parley.home` is the folder of the launcher.
  private static Path example() {
    return Path.of(System.getProperty("parley.home", ""), "examples", "ukraine-2025");
  }
}
