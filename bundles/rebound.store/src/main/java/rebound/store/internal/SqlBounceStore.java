package rebound.store.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import rebound.store.AddressStore;
import rebound.store.BounceStore;
import rebound.store.CampaignStore;
import rebound.store.ChangeStore;
import rebound.store.CustomerStore;
import rebound.store.DecisionStore;
import rebound.store.EventStore;
import rebound.store.FollowUpStore;
import rebound.store.MailboxStore;
import rebound.store.PolicyStore;
import rebound.store.Privacy;
import rebound.store.Upkeep;

/** A bounce database on JDBC. */
final class SqlBounceStore implements BounceStore {
	private final Database database;
	private final Neighbours neighbours;
	private final Runnable shutDown;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicBoolean hears = new AtomicBoolean();

	/** @param shutDown what is left to do when all connections are closed */
	SqlBounceStore(Database database, Neighbours neighbours, Runnable shutDown) {
		this.database = database;
		this.neighbours = neighbours;
		this.shutDown = shutDown;
	}

	Database database() {
		return database;
	}

	@Override
	public String location() {
		return database.location();
	}

	@Override
	public String user() {
		return database.read(connection -> database.dialect().user(connection));
	}

	@Override
	public EventStore events() {
		return new SqlEventStore(database, this::changed);
	}

	@Override
	public CampaignStore campaigns() {
		return new SqlCampaignStore(database, this::changed);
	}

	@Override
	public AddressStore addresses() {
		return new SqlAddressStore(database, this::changed);
	}

	@Override
	public DecisionStore decisions() {
		return new SqlDecisionStore(database, this::changed);
	}

	@Override
	public PolicyStore policies() {
		return new SqlPolicyStore(database, this::changed);
	}

	@Override
	public MailboxStore mailboxes() {
		return new SqlMailboxStore(database);
	}

	@Override
	public CustomerStore customers() {
		return new SqlCustomerStore(database, this::changed);
	}

	@Override
	public FollowUpStore followUps() {
		return new SqlFollowUpStore(database, this::changed);
	}

	@Override
	public ChangeStore changes() {
		return new SqlChangeStore(database, this::changed);
	}

	@Override
	public Privacy privacy() {
		return new SqlPrivacy(database, this::changed);
	}

	@Override
	public Upkeep upkeep() {
		return new SqlUpkeep(database);
	}

	@Override
	public Registration onChange(Runnable listener) {
		listeners.add(listener);
		if (hears.compareAndSet(false, true)) {
			neighbours.hear(() -> listeners.forEach(Runnable::run));
		}
		return () -> listeners.remove(listener);
	}

	@Override
	public void close() {
		neighbours.close();
		database.close();
		shutDown.run();
	}

	private void changed() {
		listeners.forEach(Runnable::run);
		neighbours.tell();
	}
}
