package org.parley.cli.team;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.cli.Configuration;
import org.parley.cli.ExitCode;
import org.parley.cli.OpenCommand.Running;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.cli.team.ServeCommand.ServerPlan;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley config check FILE`: whether a server can start with this configuration.
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the configuration of a server, without starting one: every setting, and that the files"
          + " it names can be read.",
      "A configuration is YAML. Its keys are the options of parley serve without dashes; an option"
          + " that may be given several times takes a list."
    },
    footerHeading =
        "%nExit code 0: it fits. 1: it has faults. 2: usage error. 66: no such file.%n%n",
    footer = {"Examples:", "  parley config check /etc/parley/parley.yaml"})
public final class ConfigCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "ACTION", description = "check.")
  private String action = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The configuration.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold passwords
  public ConfigCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (!action.equals("check")) {
      throw new ParameterException(line, "\"" + action + "\" is not an action. Maybe check");
    }
    Path given = Objects.requireNonNull(file);
    if (!Files.isRegularFile(given)) {
      throw new NoSuchFileException(given.toString());
    }
    ServeCommand serve = new ServeCommand(ConfigCommand::refuse, environment);
    CommandLine server = new CommandLine(serve);
    Configuration configuration = Configuration.read(given, server.getCommandSpec());
    configuration.faults().forEach(line.getErr()::println);
    if (!configuration.faults().isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return check(given, configuration, serve, server, line) ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  private static Running refuse(ServerPlan plan, PrintWriter out) throws CannotServe {
    throw new CannotServe("a check serves nothing");
  }

  private static boolean check(
      Path file,
      Configuration configuration,
      ServeCommand serve,
      CommandLine server,
      CommandLine line)
      throws JournalUnavailableException {
    PrintWriter err = line.getErr();
    try {
      server.parseArgs(
          configuration.arguments().values().stream().flatMap(List::stream).toArray(String[]::new));
    } catch (ParameterException e) {
      err.println(file + ": " + e.getMessage() + ".");
      return false;
    }
    Optional<ServerPlan> plan = serve.plan(err);
    if (plan.isEmpty()) {
      return false;
    }
    List<String> unreadable = unreadable(plan.get());
    unreadable.forEach(each -> err.println(file + ": " + each));
    if (unreadable.isEmpty()) {
      line.getOut().println(file + " fits: " + String.join(", ", settings(configuration)) + ".");
    }
    return unreadable.isEmpty();
  }

  private static List<String> settings(Configuration configuration) {
    return configuration.arguments().keySet().stream().map(each -> each.substring(2)).toList();
  }

  private static List<String> unreadable(ServerPlan plan) {
    List<String> all = new ArrayList<>();
    Stream.of(plan.tlsCertificate(), plan.tlsKey(), plan.nodes().authorities())
        .filter(Objects::nonNull)
        .filter(each -> !Files.isReadable(each))
        .forEach(
            each ->
                all.add(
                    "\"" + each + "\" cannot be read. Maybe check its path and who may read it."));
    Path folder = plan.folder();
    if (folder != null && !Files.isDirectory(folder)) {
      all.add("there is no folder \"" + folder + "\". Maybe check the path of the case.");
    }
    return all;
  }
}
