package org.parley.cli.team;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.start.TemplateFolders;
import org.parley.cli.Configuration;
import org.parley.cli.ExitCode;
import org.parley.cli.OpenCommand.Running;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.oidc.OidcPlan;
import org.parley.oidc.Provider;
import org.parley.oidc.ProviderException;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    footer = {
      "Examples:",
      "  parley config check /etc/parley/parley.yaml",
      "  parley config check /etc/parley/parley.yaml --discover"
    })
public final class ConfigCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "ACTION", description = "check.")
  private String action = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The configuration.")
  private @Nullable Path file;

  @Option(
      names = "--discover",
      description = "Also ask the OpenID provider what it says of itself, as a sign-in does.")
  private boolean discovers;

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

  /// Asks the provider for its discovery document, and returns whether it fits.
  private boolean discover(Path file, ServerPlan plan, CommandLine line) {
    OidcPlan oidc = plan.signIn().oidc();
    if (!discovers || oidc == null) {
      return true;
    }
    try (Provider provider = new Provider(oidc, oidc::issuer, InstantSource.system())) {
      line.getOut()
          .println(
              oidc.issuer()
                  + " answers: "
                  + provider.discover().stream()
                      .map(URI::toString)
                      .collect(Collectors.joining(", "))
                  + ".");
      return true;
    } catch (ProviderException e) {
      line.getErr()
          .println(
              file
                  + ": the provider "
                  + oidc.issuer()
                  + (e.fault().isOutage() ? " does not answer" : " does not fit")
                  + ": "
                  + e.detail()
                  + ". Maybe check oidc-issuer, and that this machine reaches it.");
      return false;
    }
  }

  private static Running refuse(ServerPlan plan, PrintWriter out) throws CannotServe {
    throw new CannotServe("a check serves nothing");
  }

  private boolean check(
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
    Optional<ServerPlan> plan = serve.checked(err);
    if (plan.isEmpty()) {
      return false;
    }
    List<String> unreadable = unreadable(plan.get());
    unreadable.forEach(each -> err.println(file + ": " + each));
    if (unreadable.isEmpty() && !discover(file, plan.get(), line)) {
      return false;
    }
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
    Stream.of(
            plan.listening().tlsCertificate(),
            plan.listening().tlsKey(),
            plan.nodes().authorities())
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
    Path templates = plan.templates();
    if (templates != null) {
      TemplateFolders.readAll(templates).faults().forEach(each -> all.add(each.toString()));
    }
    return all;
  }
}
