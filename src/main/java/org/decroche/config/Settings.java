package org.decroche.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an administrator can set, as the environment gives it. README.md lists them all.
 *
 * @param administrator the first administrator's password, for an installation without hands; else
 *     they choose it themselves at the first start
 */
public record Settings(
    Path data,
    Http http,
    Asterisk asterisk,
    Database database,
    Routing routing,
    Optional<Secret> administrator) {

  /**
   * Where the pages are served.
   *
   * @param origins other addresses browsers may know the desk by, for example behind a proxy
   * @param behindProxy believe X-Forwarded-Proto
   */
  public record Http(String host, int port, List<String> origins, boolean behindProxy) {
    public Http {
      origins = List.copyOf(origins);
    }
  }

  /**
   * Where Asterisk is reached and where it reaches us: both on this machine.
   *
   * @param sipHost where phones register, told to whoever sets one up
   * @param unwatchedCalls where the dialplan notes the calls it takes without us
   * @param trunkServer the provider's server for calls out; without it nobody can call out
   */
  public record Asterisk(
      int amiPort,
      Secret amiSecret,
      int agiPort,
      String sipHost,
      int sipPort,
      Path unwatchedCalls,
      Optional<String> trunkServer) {}

  /** The database; user and password are missing when the address carries them. */
  public record Database(String url, Optional<String> user, Optional<Secret> password) {
    /** The address may carry a password: only its host, port and name are shown. */
    @Override
    public String toString() {
      return "Database[" + url.replaceFirst("\\?.*", "").replaceFirst("//.*@", "//") + "]";
    }
  }

  /**
   * Defaults of routing.
   *
   * @param country ISO 3166 code, for a front door that has none of its own
   * @param lookUp how long a caller's name may take
   * @param eventsDays how long the core's events are kept for playing back; 0 for not at all
   */
  public record Routing(
      String country,
      Duration lookUp,
      int offerSeconds,
      int rememberDays,
      int realTalkSeconds,
      int eventsDays) {}

  /**
   * Reads the settings.
   *
   * @throws BadSettings naming every fault, never a secret
   */
  public static Settings from(Map<String, String> environment) throws BadSettings {
    SettingsReader read = new SettingsReader(environment);
    String dataText = read.text("DECROCHE_DATA", "");
    if (dataText.isEmpty()) {
      throw new BadSettings(
          List.of("DECROCHE_DATA must name the data directory; scripts/run sets it"));
    }
    Path data = Path.of(dataText);
    Path secrets = data.resolve("secrets");
    Settings settings =
        new Settings(
            data,
            http(read),
            new Asterisk(
                port(read, "DECROCHE_AMI_PORT", 5038),
                read.secret(secrets, "ami"),
                port(read, "DECROCHE_AGI_PORT", 4573),
                read.text(
                    "DECROCHE_SIP_HOST",
                    "127.0.0.1",
                    REACHABLE,
                    "the one IP address by which phones reach this machine"),
                port(read, "DECROCHE_SIP_PORT", 5060),
                Path.of(
                    read.text(
                        "DECROCHE_UNWATCHED_CALLS",
                        data.resolve("asterisk/state/unwatched-calls").toString())),
                Optional.of(read.text("DECROCHE_TRUNK_SERVER", ""))
                    .filter(server -> !server.isEmpty())),
            database(read, secrets),
            routing(read),
            read.secretIfAny(secrets, "administrator"));
    if (!read.faults().isEmpty()) {
      throw new BadSettings(read.faults());
    }
    return settings;
  }

  private static Http http(SettingsReader read) {
    List<String> origins =
        Arrays.stream(read.text("DECROCHE_ORIGINS", "").split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        read.faults()
            .add("DECROCHE_ORIGINS must list origins such as https://desk.example, not " + origin);
      }
    }
    return new Http(
        read.text("DECROCHE_HTTP_HOST", "127.0.0.1"),
        port(read, "DECROCHE_HTTP_PORT", 8080),
        origins,
        read.text("DECROCHE_BEHIND_PROXY", "no", YES_NO, "yes or no").equals("yes"));
  }

  private static Database database(SettingsReader read, Path secrets) {
    String own = read.text("DECROCHE_DATABASE_URL", "");
    if (own.isEmpty()) {
      int port = port(read, "DECROCHE_DATABASE_PORT", 5433);
      return new Database(
          "jdbc:postgresql://127.0.0.1:" + port + "/decroche",
          Optional.of("decroche"),
          Optional.of(read.secret(secrets, "database")));
    }
    if (!own.startsWith("jdbc:postgresql://")) {
      // The text itself may hold a password: it is not repeated.
      read.faults().add("DECROCHE_DATABASE_URL must begin with jdbc:postgresql://");
    }
    boolean carriesUser = own.contains("user=");
    return new Database(
        own,
        carriesUser ? Optional.empty() : Optional.of("decroche"),
        carriesUser ? Optional.empty() : Optional.of(read.secret(secrets, "database")));
  }

  private static Routing routing(SettingsReader read) {
    String country = read.text("DECROCHE_COUNTRY", "FR");
    if (!COUNTRIES.contains(country)) {
      read.faults()
          .add("DECROCHE_COUNTRY must be a country's two letters, as FR, not \"" + country + "\"");
    }
    return new Routing(
        country,
        Duration.ofMillis(read.number("DECROCHE_LOOKUP_MILLIS", 250, 10, 1000)),
        read.number("DECROCHE_OFFER_SECONDS", 20, 1, 300),
        read.number("DECROCHE_REMEMBER_DAYS", 90, 0, 3650),
        read.number("DECROCHE_REAL_TALK_SECONDS", 10, 0, 3600),
        read.number("DECROCHE_EVENTS_DAYS", 30, 0, 3650));
  }

  private static int port(SettingsReader read, String name, int fallback) {
    return read.number(name, fallback, 1, 65_535);
  }

  /** Any IP address but those that mean "all of this machine's". */
  private static final Pattern REACHABLE = Pattern.compile("(?!0[.0]*$|[0:]+$)[0-9A-Fa-f.:]+");

  private static final Pattern YES_NO = Pattern.compile("yes|no");
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
}
